package dev.genhub.engine.security;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who is calling.
 *
 * @param userId the user in whose name everything is done
 * @param admin whether {@code /v1/admin} is open; never for an app token
 * @param appTokenId the token of the back end that acts for the user; empty when the user calls
 */
public record Caller(UUID userId, boolean admin, Optional<UUID> appTokenId) {

  public Caller {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(appTokenId, "appTokenId");
  }

  /** A user who calls with a token of their own. */
  public Caller(UUID userId, boolean admin) {
    this(userId, admin, Optional.empty());
  }

  /** A back end that acts for a user. */
  public static Caller actingFor(UUID userId, UUID appTokenId) {
    return new Caller(userId, false, Optional.of(appTokenId));
  }
}
