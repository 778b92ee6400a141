package dev.genhub.spi;

import dev.genhub.spi.json.Json;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user asked for.
 *
 * @param model id of one of the adapter's models
 * @param taskType one of the model's task types
 * @param prompt the text, empty when the user gave none
 * @param parameters the user's parameters, valid against the model's schema, with the schema's
 *     defaults filled in
 * @param parent the finished task that a follow-up works on
 * @param requestedAt when the user asked; a quote is the price of this moment
 */
public record GenerationRequest(
    String model,
    String taskType,
    String prompt,
    Json parameters,
    Optional<ParentTask> parent,
    Instant requestedAt) {

  public GenerationRequest {
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(taskType, "taskType");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(parameters, "parameters");
    Objects.requireNonNull(parent, "parent");
    Objects.requireNonNull(requestedAt, "requestedAt");
  }
}
