package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.spi.GenerationRequest;
import java.util.Objects;

/**
 * An order that fits a model.
 *
 * @param request what the adapter will be given, defaults filled in
 */
public record PlannedGeneration(
    GenerationOrder order, CatalogueModel model, GenerationRequest request) {

  public PlannedGeneration {
    Objects.requireNonNull(order, "order");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(request, "request");
  }
}
