package dev.genhub.engine.security;

import java.util.Objects;
import java.util.UUID;

/**
 * Who is calling.
 *
 * @param userId the user in whose name everything is done
 * @param admin whether {@code /v1/admin} is open
 */
public record Caller(UUID userId, boolean admin) {

  public Caller {
    Objects.requireNonNull(userId, "userId");
  }
}
