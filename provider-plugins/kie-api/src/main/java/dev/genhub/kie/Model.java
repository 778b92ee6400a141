package dev.genhub.kie;

import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One model of a {@link ModelsFile}: what users see of it, what it costs, and its rules. */
record Model(ModelSpec spec, PriceList prices, PromptRules prompts, FieldRules rules) {

  /**
   * Reads an entry.
   *
   * @param entry with all that it shares with others laid under it
   * @throws IllegalArgumentException if something is missing or of no use; the message says what
   */
  static Model of(Json entry) {
    String id = required(entry, "id");
    PriceList prices = new PriceList(entry.at("prices").items(), entry.at("pricesFrom"));
    if (!prices.isComplete()) {
      throw lacking(entry, "prices");
    }
    ModelSpec spec =
        new ModelSpec(
            id,
            texts(entry.at("aliases")),
            ContentType.of(required(entry, "contentType")),
            texts(entry.at("taskTypes")),
            schema(entry),
            prices.shown(id),
            Duration.ofSeconds(
                entry
                    .at("estimatedSeconds")
                    .integer()
                    .orElseThrow(() -> lacking(entry, "estimatedSeconds"))),
            Optional.empty());
    return new Model(
        spec,
        prices,
        new PromptRules(entry.at("prompts").items()),
        new FieldRules(entry.at("rules").items()));
  }

  private static String required(Json entry, String field) {
    return entry.at(field).nonBlankText().orElseThrow(() -> lacking(entry, field));
  }

  private static IllegalArgumentException lacking(Json entry, String field) {
    String id = entry.at("id").text().orElse("");
    return new IllegalArgumentException("model '" + id + "' has no usable '" + field + "'");
  }

  private static List<String> texts(Json array) {
    return array.items().stream().flatMap(item -> item.text().stream()).toList();
  }

  /** The shared schema with the model's own changes, about its own kinds of task only. */
  private static Json schema(Json entry) {
    Json shared = entry.at("parameters").at("properties");
    Json changes = entry.at("properties");
    Json.ObjectBuilder properties = Json.object();
    for (String name : shared.merged(changes).fields().keySet()) {
      Json property = shared.at(name).merged(changes.at(name));
      properties.put(name, ofModel(property, entry.at("taskTypes")));
    }
    return entry
        .at("parameters")
        .merged(Json.object().put("properties", properties.build()).build());
  }

  private static Json ofModel(Json property, Json taskTypes) {
    Json.ObjectBuilder own = Json.object();
    for (String annotation : List.of(ModelSpec.TASK_TYPES, ModelSpec.REQUIRED_FOR)) {
      if (property.at(annotation).isArray()) {
        Stream<Json> kinds = property.at(annotation).items().stream();
        own.put(annotation, Json.array(kinds.filter(taskTypes.items()::contains).toList()));
      }
    }
    return property.merged(own.build());
  }

  /** What is wrong with the prompt and between parameters. */
  List<Violation> check(GenerationRequest request) {
    return Stream.concat(prompts.check(request).stream(), rules.check(request).stream()).toList();
  }

  Price price(GenerationRequest request) {
    return prices.price(request);
  }
}
