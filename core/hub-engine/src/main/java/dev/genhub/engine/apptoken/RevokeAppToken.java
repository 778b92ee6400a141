package dev.genhub.engine.apptoken;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.UUID;

/** {@code DELETE /v1/admin/app-tokens/{id}}. */
public final class RevokeAppToken {

  private final AppTokenStore tokens;

  /** Revokes in the store. */
  public RevokeAppToken(AppTokenStore tokens) {
    this.tokens = tokens;
  }

  /** Takes the token back; it stops working within seconds, on every node. */
  public ApiResponse revoke(ApiRequest request) {
    UUID id = request.pathId("id");
    if (!tokens.revoke(Actor.of(request), id)) {
      throw ApiProblem.notFound("app token", id);
    }
    return ApiResponse.noContent();
  }
}
