package dev.genhub.engine.key;

import java.util.Objects;
import java.util.UUID;

/**
 * A key that is about to be tested.
 *
 * @param versionId the key as it is now
 */
public record TestedKey(UUID id, String provider, UUID versionId) {

  public TestedKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(versionId, "versionId");
  }
}
