package dev.genhub.testkit;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a request in as the hub does: model by id or alias, parameters against the schema, task
 * type, defaults, and the adapter's own check.
 */
final class Intake {

  /** The same for every run, so that a price that changes does not change a test's result. */
  private static final Instant ASKED_AT = Instant.parse("2026-11-24T12:00:00Z");

  /**
   * What became of it.
   *
   * @param request empty when it was refused
   */
  record Taken(Optional<GenerationRequest> request, List<Violation> violations) {

    GenerationRequest orFail() {
      return request.orElseThrow(() -> new AssertionError("the input is refused: " + violations));
    }
  }

  private final ProviderAdapter adapter;
  private final Map<String, CompiledSchema> schemas = new HashMap<>();

  Intake(ProviderAdapter adapter) {
    this.adapter = adapter;
  }

  Taken take(Json input) {
    Optional<ModelSpec> model = model(input.at("model").text().orElse(""));
    if (model.isEmpty()) {
      return refused(new Violation("/model", "there is no model " + input.at("model")));
    }
    Json given =
        input.at("parameters").isPresent() ? input.at("parameters") : Json.object().build();
    List<Violation> wrong = schema(model.get()).check(given, "/parameters");
    return wrong.isEmpty() ? plan(model.get(), input, given) : new Taken(Optional.empty(), wrong);
  }

  private Taken plan(ModelSpec model, Json input, Json given) {
    Optional<ParentTask> parent =
        Optional.of(input.at("parent")).filter(Json::isPresent).map(Intake::parent);
    List<String> followUps =
        model.taskTypes().stream().filter(ParentTask.FOLLOW_UPS::contains).toList();
    boolean guess = parent.isPresent() && !followUps.isEmpty();
    return input.at("taskType").isPresent() || !guess
        ? ofKind(taskType(model, input, given), model, input, given, parent)
        : followUp(followUps.stream().map(k -> ofKind(k, model, input, given, parent)).toList());
  }

  private String taskType(ModelSpec model, Json input, Json given) {
    return input.at("taskType").text().orElseGet(() -> adapter.taskType(model.id(), given));
  }

  /** What is meant by a parent without a task type is the only follow-up that fits. */
  private static Taken followUp(List<Taken> possible) {
    List<Taken> fitting = possible.stream().filter(taken -> taken.request().isPresent()).toList();
    if (possible.size() == 1 || fitting.size() == 1) {
      return possible.size() == 1 ? possible.get(0) : fitting.get(0);
    }
    return refused(new Violation("/taskType", "needed: " + fitting.size() + " follow-ups fit"));
  }

  private Taken ofKind(
      String taskType, ModelSpec model, Json input, Json given, Optional<ParentTask> parent) {
    if (!model.taskTypes().contains(taskType)) {
      return refused(new Violation("/taskType", taskType + " is none of " + model.taskTypes()));
    }
    if (ParentTask.FOLLOW_UPS.contains(taskType) != parent.isPresent()) {
      return refused(new Violation("/parentId", taskType + " needs a parent, or takes none"));
    }
    String prompt = input.at("prompt").text().orElse("");
    Json parameters = defaults(model).merged(given);
    GenerationRequest request =
        new GenerationRequest(model.id(), taskType, prompt, parameters, parent, ASKED_AT);
    List<Violation> wrong = adapter.check(request);
    return new Taken(Optional.of(request).filter(taken -> wrong.isEmpty()), wrong);
  }

  private static Taken refused(Violation violation) {
    return new Taken(Optional.empty(), List.of(violation));
  }

  private Optional<ModelSpec> model(String name) {
    return adapter.models().stream()
        .filter(model -> model.id().equals(name) || model.aliases().contains(name))
        .findFirst();
  }

  private CompiledSchema schema(ModelSpec model) {
    return schemas.computeIfAbsent(model.id(), id -> CompiledSchema.of(model.parametersSchema()));
  }

  /** The defaults that the hub fills in. */
  static Json defaults(ModelSpec model) {
    Json.ObjectBuilder defaults = Json.object();
    model
        .parametersSchema()
        .at("properties")
        .fields()
        .forEach((name, property) -> defaults.put(name, property.at("default")));
    return defaults.build();
  }

  private static ParentTask parent(Json recorded) {
    return new ParentTask(
        recorded.at("taskId").text().orElseThrow(),
        recorded.at("model").text().orElseThrow(),
        recorded.at("taskType").text().orElseThrow(),
        recorded.at("parameters").isPresent() ? recorded.at("parameters") : Json.object().build(),
        recorded.at("items").items().stream().map(Intake::item).toList());
  }

  private static ParentTask.Item item(Json recorded) {
    return new ParentTask.Item(
        recorded.at("id").nonBlankText(),
        recorded.at("title").nonBlankText(),
        recorded.at("style").nonBlankText());
  }
}
