package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.spi.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A generation in the hands of a worker.
 *
 * @param keyId the key, and thereby the account at the provider, that it is paid from
 * @param taskId the provider's id, once it is known
 * @param attempts how often a node has taken it for sending, this time included
 * @param polls how often its state was looked at
 * @param unreadable how many of the latest looks made no sense, without a break
 * @param maybeTaken whether an earlier submit of it was never answered, and may have been taken
 * @param startedAt when the provider took it
 */
public record ClaimedGeneration(
    UUID id,
    UUID userId,
    String provider,
    String plugin,
    String model,
    String taskType,
    String prompt,
    ObjectNode parameters,
    Optional<UUID> parentId,
    UUID keyId,
    UUID keyVersionId,
    Optional<String> taskId,
    int attempts,
    int polls,
    int unreadable,
    boolean maybeTaken,
    Price quote,
    LocalDate period,
    Instant createdAt,
    Optional<Instant> startedAt) {

  public ClaimedGeneration {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(plugin, "plugin");
  }
}
