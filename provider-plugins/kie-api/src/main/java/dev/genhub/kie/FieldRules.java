package dev.genhub.kie;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * What goes together that JSON Schema cannot see, because it does not see the kind of task: where
 * {@code when} holds, a {@code parameter} {@code takes} only some of its values, or has {@code
 * most} items. Every entry counts.
 */
record FieldRules(List<Json> entries) {

  List<Violation> check(GenerationRequest request) {
    return entries.stream()
        .filter(entry -> new Condition(entry.at("when")).holds(request))
        .flatMap(entry -> check(entry, request.parameters()).stream())
        .toList();
  }

  private static Optional<Violation> check(Json entry, Json given) {
    String name = entry.at("parameter").text().orElseThrow();
    Json value = given.at(name);
    Json takes = entry.at("takes");
    int items = value.items().size();
    if (value.isPresent() && takes.isArray() && !takes.items().contains(value)) {
      return violation(name, value + " does not go with " + entry.at("when") + ", only " + takes);
    }
    return entry
        .at("most")
        .integer()
        .filter(most -> items > most)
        .flatMap(most -> violation(name, items + " items; " + entry.at("when") + " takes " + most));
  }

  private static Optional<Violation> violation(String parameter, String detail) {
    return Optional.of(new Violation("/parameters/" + parameter, detail));
  }
}
