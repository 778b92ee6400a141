package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds a request against the annotations of its model's schema. */
final class ParameterRules {

  private ParameterRules() {}

  static List<Violation> check(ModelSpec model, GenerationRequest request) {
    List<Violation> found = new ArrayList<>();
    model
        .parametersSchema()
        .at("properties")
        .fields()
        .forEach((name, property) -> check(name, property, request).ifPresent(found::add));
    return found;
  }

  private static Optional<Violation> check(String name, Json property, GenerationRequest request) {
    Json value = request.parameters().at(name);
    String problem = null;
    if (!value.isPresent() && names(property.at(ModelSpec.REQUIRED_FOR), request.taskType())) {
      problem = "'" + name + "' is required for " + request.taskType();
    }
    Json takers = property.at(ModelSpec.TASK_TYPES);
    // a form that sends the published defaults back says nothing with them
    boolean says = value.isPresent() && !value.equals(property.at("default"));
    if (says && takers.isArray() && !names(takers, request.taskType())) {
      problem =
          "'" + name + "' is not taken by " + request.taskType() + ", only by " + list(takers);
    }
    return Optional.ofNullable(problem).map(text -> new Violation("/parameters/" + name, text));
  }

  private static boolean names(Json array, String taskType) {
    return array.items().contains(Json.of(taskType));
  }

  private static String list(Json array) {
    return array.items().stream()
        .flatMap(item -> item.text().stream())
        .collect(Collectors.joining(", "));
  }
}
