package dev.genhub.engine.audit;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.security.Caller;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Who acts, and by which request.
 *
 * @param userId in whose name
 * @param appTokenId the token of the back end that acts for the user; empty when the user does
 * @param admin whether the act is an admin's
 * @param requestId the request's id, empty outside a request
 */
public record Actor(UUID userId, Optional<UUID> appTokenId, boolean admin, String requestId) {

  public Actor {
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(appTokenId, "appTokenId");
    Objects.requireNonNull(requestId, "requestId");
  }

  /** The caller of a request that is authenticated. */
  public static Actor of(ApiRequest request) {
    Caller caller = request.requireCaller();
    return new Actor(caller.userId(), caller.appTokenId(), caller.admin(), request.id());
  }

  /** A user outside any request. */
  public static Actor of(UUID user) {
    return new Actor(user, Optional.empty(), false, "");
  }
}
