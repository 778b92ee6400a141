package dev.genhub.engine.apptoken;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.Map;

/** {@code GET /v1/admin/app-tokens}. */
public final class ListAppTokens {

  private final AppTokenStore tokens;

  /** Reads from the store. */
  public ListAppTokens(AppTokenStore tokens) {
    this.tokens = tokens;
  }

  /** All tokens that are not revoked, without the tokens themselves. */
  public ApiResponse list(ApiRequest request) {
    return ApiResponse.ok(Map.of("data", tokens.list(request.userId())));
  }
}
