package dev.genhub.testkit;

import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Requests of every kind, found as a user would find them: start with a prompt and nothing else,
 * and mend what the violations point at.
 */
final class RequestSamples {

  private static final int MOST_STEPS = 30;
  private static final String PROMPT = "A lighthouse at dawn, waves, warm light";

  private final Subject subject;
  private final Intake intake;

  RequestSamples(Subject subject) {
    this.subject = subject;
    this.intake = new Intake(subject.adapter());
  }

  Intake intake() {
    return intake;
  }

  /**
   * The smallest input of a kind of task.
   *
   * @throws AssertionError if none is found; the message tells what stands in the way
   */
  Json smallest(ModelSpec model, String taskType) {
    Json input = start(model, taskType);
    Map<String, Integer> tried = new HashMap<>();
    List<Violation> violations = List.of();
    for (int step = 0; step < MOST_STEPS; step++) {
      Intake.Taken taken = intake.take(input);
      violations = taken.violations();
      Optional<Json> mended =
          taken.request().isPresent() ? Optional.empty() : mend(input, model, violations, tried);
      if (mended.isEmpty()) {
        break;
      }
      input = mended.get();
    }
    if (intake.take(input).request().isPresent()) {
      return input;
    }
    List<Violation> inTheWay = violations;
    return recorded(model, taskType).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no request of "
                        + taskType
                        + " with "
                        + model.id()
                        + " could be made; in the way: "
                        + inTheWay
                        + ". Violations point at the parameter that is missing or wrong"
                        + " (/parameters/name); give a property 'examples' where its schema does"
                        + " not show what fits, or record such a request in submit/"));
  }

  /** The smallest input and all recorded ones, those of sibling models too. */
  List<Json> all(ModelSpec model, String taskType) {
    List<Json> inputs = new ArrayList<>();
    inputs.add(smallest(model, taskType));
    inputs.addAll(recorded(model, taskType));
    return inputs;
  }

  /** Like {@link #all}, but nothing where no request can be made, which is told elsewhere. */
  List<Json> allOrNone(ModelSpec model, String taskType) {
    try {
      return all(model, taskType);
    } catch (AssertionError toldByParameterUse) {
      return List.of();
    }
  }

  private List<Json> recorded(ModelSpec model, String taskType) {
    List<Json> inputs = new ArrayList<>();
    for (Exchange exchange : subject.exchanges().of(Operation.SUBMIT)) {
      inputs.add(exchange.input());
    }
    for (Exchange exchange : subject.exchanges().of(Operation.INTAKE)) {
      exchange.cases().forEach(recorded -> inputs.add(exchange.input(recorded)));
    }
    return inputs.stream()
        .map(input -> input.merged(named(model, taskType)))
        .map(
            input ->
                input.at("parent").isPresent() ? withParent(input, "model", model.id()) : input)
        .filter(input -> intake.take(input).request().isPresent())
        .toList();
  }

  private static Json named(ModelSpec model, String taskType) {
    return Json.object().put("model", model.id()).put("taskType", taskType).build();
  }

  private static Json start(ModelSpec model, String taskType) {
    Json.ObjectBuilder input = Json.object();
    input.put("model", model.id()).put("taskType", taskType).put("prompt", PROMPT);
    if (ParentTask.FOLLOW_UPS.contains(taskType)) {
      input.put(
          "parent",
          Json.object()
              .put("taskId", "parent-task")
              .put("model", model.id())
              .put("taskType", model.taskTypes().get(0))
              .put("parameters", Intake.defaults(model))
              .put(
                  "items",
                  Json.array(Stream.of("0", "1", "2", "3").map(RequestSamples::item).toList()))
              .build());
    }
    return input.put("parameters", Json.object().build()).build();
  }

  private static Json item(String number) {
    return Json.object()
        .put("id", "item-" + number)
        .put("title", "Result " + number)
        .put("style", "plain")
        .build();
  }

  private static Optional<Json> mend(
      Json input, ModelSpec model, List<Violation> violations, Map<String, Integer> tried) {
    for (Violation violation : violations) {
      if (violation.pointer().equals("/prompt") && !input.at("prompt").equals(Json.of(""))) {
        return Optional.of(with(input, "prompt", Json.of("")));
      }
      if (violation.pointer().equals("/parentId") && input.at("parent").isPresent()) {
        // the first kind of task was tried at the start
        int next = tried.merge("/parentId", 1, Integer::sum);
        if (next < model.taskTypes().size()) {
          return Optional.of(withParent(input, "taskType", model.taskTypes().get(next)));
        }
      }
      if (violation.pointer().startsWith("/parameters/")) {
        String name = violation.pointer().split("/", -1)[2];
        List<Json> samples = ValueSamples.of(model.parametersSchema().at("properties").at(name));
        int next = tried.merge(name, 1, Integer::sum) - 1;
        if (next < samples.size()) {
          return Optional.of(withParameter(input, name, samples.get(next)));
        }
      }
    }
    return Optional.empty();
  }

  private static Json withParent(Json input, String field, String value) {
    return with(input, "parent", with(input.at("parent"), field, Json.of(value)));
  }

  static Json withParameter(Json input, String name, Json value) {
    return with(
        input, "parameters", input.at("parameters").merged(Json.object().put(name, value).build()));
  }

  static Json withoutParameter(Json input, String name) {
    Map<String, Json> fields = new HashMap<>(input.at("parameters").fields());
    fields.remove(name);
    return with(input, "parameters", Json.object(fields));
  }

  private static Json with(Json input, String field, Json value) {
    return input.merged(Json.object().put(field, value).build());
  }
}
