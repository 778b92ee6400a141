package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ParentReads;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ParentTask;
import java.util.Optional;

/** The requests of stored generations, as they were checked at intake. */
public final class SubmittedRequests {

  private final Catalogues catalogues;
  private final ParentReads parents;

  /**
   * Defaults come from the schemas of the catalogue, parents are read in the name of their user.
   */
  public SubmittedRequests(Catalogues catalogues, ParentReads parents) {
    this.catalogues = catalogues;
    this.parents = parents;
  }

  /**
   * What the adapter is given.
   *
   * @throws AdapterDefectException if no plugin serves the model any more
   */
  GenerationRequest of(ClaimedGeneration work) {
    CatalogueModel model =
        catalogues
            .current()
            .model(work.reference())
            .orElseThrow(
                () ->
                    new AdapterDefectException(
                        work.plugin(), "serve model '" + work.model() + "'", null));
    return new GenerationRequest(
        work.model(),
        work.taskType(),
        work.prompt(),
        model.schema().withDefaults(SpiJson.from(work.parameters())),
        parent(work),
        work.createdAt());
  }

  private Optional<ParentTask> parent(ClaimedGeneration work) {
    return work.parentId()
        .flatMap(id -> parents.find(work.userId(), id))
        .flatMap(ParentReads.Parent::task);
  }
}
