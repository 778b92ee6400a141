package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Holds an order against the model that it names: task type, parent, parameters. */
public final class PlanGeneration {

  private final Catalogues catalogues;
  private final ParentReads parents;
  private final DefaultModels defaults;
  private final Clock clock;

  /** Plans against the catalogue; parents and defaults are read in the name of the caller. */
  public PlanGeneration(
      Catalogues catalogues, ParentReads parents, DefaultModels defaults, Clock clock) {
    this.catalogues = catalogues;
    this.parents = parents;
    this.defaults = defaults;
    this.clock = clock;
  }

  /**
   * Plans the generation.
   *
   * @throws ApiProblem {@code unknown_model} or {@code validation_failed}
   */
  public PlannedGeneration plan(GenerationOrder order) {
    Optional<ParentReads.Parent> parent = order.parentId().map(id -> parentOf(order));
    CatalogueModel model = model(order, parent);
    requireNoViolation(model.schema().check(order.parameters(), "/parameters"));
    Json parameters = SpiJson.from(order.parameters());
    Instant now = clock.instant();
    Function<String, GenerationRequest> requested =
        taskType ->
            new GenerationRequest(
                model.spec().id(),
                taskType,
                order.prompt(),
                model.schema().withDefaults(parameters),
                parentTask(taskType, model, parent),
                now);
    String taskType =
        order
            .taskType()
            .or(() -> parent.flatMap(given -> MeantFollowUp.of(model, requested)))
            .orElseGet(() -> inferred(model, parameters));
    requireTaskType(model, taskType);
    GenerationRequest request = requested.apply(taskType);
    requireNoViolation(model.ask("check the request", adapter -> adapter.check(request)));
    return new PlannedGeneration(order, model, request);
  }

  private static String inferred(CatalogueModel model, Json parameters) {
    return model.ask(
        "tell the task type", adapter -> adapter.taskType(model.spec().id(), parameters));
  }

  private ParentReads.Parent parentOf(GenerationOrder order) {
    return parents
        .find(order.caller().userId(), order.parentId().get())
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "/parentId", "there is no generation '" + order.parentId().get() + "'"));
  }

  private CatalogueModel model(GenerationOrder order, Optional<ParentReads.Parent> parent) {
    // a follow-up without a model works with the model that made its parent
    Optional<String> name =
        order
            .model()
            .or(() -> parent.map(made -> made.provider() + "/" + made.model()))
            .or(() -> order.contentType().map(kind -> defaultOf(order, kind)));
    if (name.isEmpty()) {
      throw ApiProblem.invalid("/model", "'model' is required, or 'contentType' for your default");
    }
    CatalogueModel model =
        catalogues
            .current()
            .find(name.get(), order.provider())
            .orElseThrow(() -> unknown(name.get(), order.provider()));
    String makes = model.spec().contentType().word();
    if (order.contentType().isPresent() && !order.contentType().get().equals(makes)) {
      throw ApiProblem.invalid(
          "/contentType",
          "'"
              + order.contentType().get()
              + "' does not fit model '"
              + name.get()
              + "', which makes '"
              + makes
              + "'");
    }
    return model;
  }

  private String defaultOf(GenerationOrder order, String contentType) {
    return defaults
        .find(order.caller().userId(), ContentType.of(contentType))
        .orElseThrow(
            () ->
                ApiProblem.invalid(
                    "/model",
                    "'model' is required: you have no default for '"
                        + contentType
                        + "'; PUT /v1/defaults sets one"));
  }

  private static ApiProblem unknown(String model, Optional<String> provider) {
    return ApiProblem.of(
        ErrorCode.UNKNOWN_MODEL,
        "there is no model '"
            + model
            + "'"
            + provider.map(id -> " of provider '" + id + "'").orElse("")
            + "; GET /v1/models lists them");
  }

  private static void requireTaskType(CatalogueModel model, String taskType) {
    if (!model.spec().taskTypes().contains(taskType)) {
      throw ApiProblem.invalid(
          "/taskType",
          "'"
              + taskType
              + "' is none of "
              + model.spec().taskTypes()
              + ", which model '"
              + model.spec().id()
              + "' can do");
    }
  }

  private static Optional<ParentTask> parentTask(
      String taskType, CatalogueModel model, Optional<ParentReads.Parent> parent) {
    if (!ParentTask.FOLLOW_UPS.contains(taskType)) {
      if (parent.isPresent()) {
        throw ApiProblem.invalid("/parentId", "'" + taskType + "' does not take a parent");
      }
      return Optional.empty();
    }
    ParentReads.Parent made =
        parent.orElseThrow(
            () -> ApiProblem.invalid("/parentId", "'" + taskType + "' needs a parentId"));
    if (!made.provider().equals(model.provider())) {
      throw ApiProblem.invalid(
          "/parentId",
          "the parent was made by '"
              + made.provider()
              + "', the model is of '"
              + model.provider()
              + "'");
    }
    if (made.task().isEmpty()) {
      throw ApiProblem.invalid(
          "/parentId", "the parent is '" + made.status() + "', it must be 'completed'");
    }
    return made.task();
  }

  private static void requireNoViolation(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw ApiProblem.invalid(violations);
    }
  }
}
