package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.spi.Price;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A generation in the hands of a worker.
 *
 * @param pluginVersion the version of the plugin that it was given to; empty while it was given to
 *     none
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
    Optional<String> pluginVersion,
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
    Objects.requireNonNull(pluginVersion, "pluginVersion");
  }

  /** By which plugin and with which model it is made. */
  public ModelReference reference() {
    return new ModelReference(plugin, pluginVersion, provider, model);
  }

  /** The same in the hands of a version of its plugin. */
  public ClaimedGeneration givenTo(String version) {
    return new ClaimedGeneration(
        id,
        userId,
        provider,
        plugin,
        Optional.of(version),
        model,
        taskType,
        prompt,
        parameters,
        parentId,
        keyId,
        keyVersionId,
        taskId,
        attempts,
        polls,
        unreadable,
        maybeTaken,
        quote,
        period,
        createdAt,
        startedAt);
  }
}
