package dev.genhub.kie;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.json.Json;
import java.util.Map;

/**
 * The {@code when} of an entry in a data file: names with the value, or the array of values, that
 * they must have. Names are those of parameters, {@code model} and {@code taskType}. An empty one
 * always holds.
 */
record Condition(Json when) {

  boolean holds(GenerationRequest request) {
    for (Map.Entry<String, Json> entry : when.fields().entrySet()) {
      Json actual =
          switch (entry.getKey()) {
            case "model" -> Json.of(request.model());
            case "taskType" -> Json.of(request.taskType());
            default -> request.parameters().at(entry.getKey());
          };
      if (!entry.getValue().itemsOrSelf().contains(actual)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it can hold for a model. */
  boolean concerns(String model) {
    Json models = when.at("model");
    return !models.isPresent() || models.itemsOrSelf().contains(Json.of(model));
  }
}
