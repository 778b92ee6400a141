package dev.genhub.kie;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/**
 * How long prompts may be, and where none is needed. The first entry whose {@code when} holds
 * counts; {@code longest} is in characters, {@code optional} lets the prompt be empty.
 */
record PromptRules(List<Json> entries) {

  Optional<Violation> check(GenerationRequest request) {
    Json rule =
        entries.stream()
            .filter(entry -> new Condition(entry.at("when")).holds(request))
            .findFirst()
            .orElse(Json.MISSING);
    if (request.prompt().isBlank()) {
      boolean optional = rule.at("optional").flag().orElse(false);
      return optional ? Optional.empty() : violation("is empty, a text is needed");
    }
    int length = request.prompt().length();
    return rule.at("longest")
        .integer()
        .filter(longest -> length > longest)
        .flatMap(longest -> violation("has " + length + " characters, at most " + longest));
  }

  private static Optional<Violation> violation(String detail) {
    return Optional.of(new Violation("/prompt", detail));
  }
}
