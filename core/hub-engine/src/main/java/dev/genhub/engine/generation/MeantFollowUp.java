package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ParentTask;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which follow-up an order means that names a parent and no kind of task: the only one of the
 * model's that takes the order as it is.
 */
final class MeantFollowUp {

  private MeantFollowUp() {}

  /**
   * The kind of task; empty when the model has no follow-ups.
   *
   * @param requested the order as a request for a kind of task
   * @throws ApiProblem {@code validation_failed} when it could be several of them, or is none
   */
  static Optional<String> of(CatalogueModel model, Function<String, GenerationRequest> requested) {
    List<String> offered =
        model.spec().taskTypes().stream().filter(ParentTask.FOLLOW_UPS::contains).toList();
    List<String> fitting =
        offered.size() < 2
            ? offered
            : offered.stream().filter(kind -> fits(model, requested.apply(kind))).toList();
    if (fitting.size() == 1 || offered.isEmpty()) {
      return fitting.stream().findFirst();
    }
    throw ApiProblem.invalid(
        "/taskType",
        "'taskType' is required: the order "
            + (fitting.isEmpty() ? "fits none of " + offered : "could mean any of " + fitting)
            + ", which model '"
            + model.spec().id()
            + "' makes of a parent");
  }

  private static boolean fits(CatalogueModel model, GenerationRequest request) {
    return model.ask("check the request", adapter -> adapter.check(request)).isEmpty();
  }
}
