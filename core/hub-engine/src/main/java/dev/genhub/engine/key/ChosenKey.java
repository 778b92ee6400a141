package dev.genhub.engine.key;

import java.util.Objects;
import java.util.UUID;

/**
 * The key that a generation will be submitted with.
 *
 * @param versionId the key as it is now; stays good when the key is replaced or deleted
 */
public record ChosenKey(UUID keyId, UUID versionId) {

  public ChosenKey {
    Objects.requireNonNull(keyId, "keyId");
    Objects.requireNonNull(versionId, "versionId");
  }
}
