package dev.genhub.engine.apptoken;

import java.time.Instant;
import java.util.UUID;

/**
 * A token that was just made.
 *
 * @param token the token itself, this once; left out by {@link #toString()}
 * @param lastUsedAt null
 */
public record NewAppToken(
    UUID id, String name, String token, Instant createdAt, Instant lastUsedAt) {

  @Override
  public String toString() {
    return "NewAppToken[id=" + id + ", name=" + name + "]";
  }
}
