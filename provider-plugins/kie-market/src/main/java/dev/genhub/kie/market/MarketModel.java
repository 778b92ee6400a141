package dev.genhub.kie.market;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.json.Json;
import java.util.Locale;

/** A model of the market, as its entry has it. */
record MarketModel(Json entry) {

  static void requireUsable(Json entry) {
    if (entry.at("market").nonBlankText().isEmpty()) {
      throw new IllegalArgumentException(
          "model '" + MarketLive.id(entry) + "' has no 'market', the market's name of it");
    }
  }

  String name() {
    return entry.at("market").text().orElseThrow();
  }

  /** The job's input: the prompt and all parameters, under the market's names. */
  Json input(GenerationRequest request) {
    Json.ObjectBuilder input = Json.object();
    if (!request.prompt().isBlank()) {
      input.put("prompt", request.prompt());
    }
    request
        .parameters()
        .fields()
        .forEach(
            (name, value) -> {
              if (takes(request.taskType(), name)) {
                input.put(field(name), written(name, value));
              }
            });
    return input.build();
  }

  /** A default of a parameter that the kind of task does not take is not sent. */
  private boolean takes(String taskType, String name) {
    Json takers = entry.at("properties").at(name).at(ModelSpec.TASK_TYPES);
    return !takers.isArray() || takers.items().contains(Json.of(taskType));
  }

  private String field(String name) {
    return entry
        .at("fields")
        .at(name)
        .text()
        .orElseGet(() -> name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT));
  }

  private Json written(String name, Json value) {
    boolean asText = entry.at("texts").items().contains(Json.of(name));
    return asText ? value.text().map(Json::of).orElse(value) : value;
  }
}
