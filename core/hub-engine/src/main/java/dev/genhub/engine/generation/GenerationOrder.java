package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.security.Caller;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What was posted, well-formed but not yet held against a model.
 *
 * @param idempotencyKey the client's key for repeating the post
 * @param fingerprint SHA-256 of the body, the same for bodies that mean the same JSON
 * @param prompt the text, empty when there was none
 * @param parameters as posted
 */
public record GenerationOrder(
    Caller caller,
    Optional<String> idempotencyKey,
    String fingerprint,
    Optional<String> model,
    Optional<String> contentType,
    Optional<String> provider,
    Optional<String> taskType,
    String prompt,
    ObjectNode parameters,
    Optional<UUID> parentId,
    Optional<UUID> keyId,
    Optional<BigDecimal> maxUsd,
    Optional<BigDecimal> maxCredits,
    Optional<String> webhookUrl,
    Optional<ObjectNode> metadata) {

  public GenerationOrder {
    Objects.requireNonNull(caller, "caller");
    Objects.requireNonNull(fingerprint, "fingerprint");
    Objects.requireNonNull(prompt, "prompt");
    Objects.requireNonNull(parameters, "parameters");
  }
}
