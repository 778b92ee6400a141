package dev.genhub.testkit;

import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Values that a property allows, made from its schema. */
final class ValueSamples {

  private static final List<String> TEXTS =
      List.of(
          "https://files.example/1.png",
          "https://files.example/2.png",
          "https://files.example/3.png",
          "first sample",
          "second sample",
          "sample",
          "1",
          "5");
  private static final int LONGEST_ARRAY = 20;

  private ValueSamples() {}

  /** Distinct allowed values, the author's {@code examples} first. */
  static List<Json> of(Json property) {
    if (!property.isObject()) {
      return List.of();
    }
    Set<Json> candidates = new LinkedHashSet<>(property.at("examples").items());
    candidates.addAll(property.at("enum").items());
    if (!property.at("const").equals(Json.MISSING)) {
      candidates.add(property.at("const"));
    }
    candidates.addAll(numbers(property));
    candidates.addAll(texts(property));
    candidates.add(Json.of(true));
    candidates.add(Json.of(false));
    candidates.addAll(arrays(property));
    candidates.add(Json.object().build());
    CompiledSchema schema = CompiledSchema.of(property);
    return candidates.stream().filter(schema::allows).toList();
  }

  /** Whether the property takes a few values only, so that all of them can be tried. */
  static boolean isEnumerated(Json property) {
    return property.at("enum").isArray()
        || !property.at("const").equals(Json.MISSING)
        || property.at("type").equals(Json.of("boolean"));
  }

  private static List<Json> numbers(Json property) {
    List<Json> found = new ArrayList<>();
    BigDecimal step = property.at("multipleOf").number().orElse(BigDecimal.ONE);
    for (String bound : List.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")) {
      property
          .at(bound)
          .number()
          .ifPresent(
              number -> {
                found.add(Json.of(number));
                found.add(Json.of(number.add(step)));
                found.add(Json.of(number.subtract(step)));
              });
    }
    for (int number : new int[] {0, 1, 2, 5, 10, 100}) {
      found.add(Json.of(number));
    }
    return found;
  }

  private static List<Json> texts(Json property) {
    List<Json> found = new ArrayList<>();
    TEXTS.forEach(text -> found.add(Json.of(text)));
    int shortest = property.at("minLength").integer().orElse(0);
    found.add(Json.of("x".repeat(shortest)));
    return found;
  }

  private static List<Json> arrays(Json property) {
    if (!property.at("items").isObject()) {
      return List.of(Json.array(List.of()));
    }
    List<Json> items = of(property.at("items"));
    List<Json> found = new ArrayList<>();
    int most = Math.min(property.at("maxItems").integer().orElse(3), LONGEST_ARRAY);
    for (int size = 1; size <= most && !items.isEmpty(); size++) {
      List<Json> filled = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        filled.add(items.get(i % items.size()));
      }
      found.add(Json.array(filled));
    }
    return found;
  }
}
