package dev.genhub.engine.apptoken;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;

/** {@code POST /v1/admin/app-tokens}. */
public final class CreateAppToken {

  private final RequestBody body = new RequestBody(getClass(), "app-token-request.schema.json");
  private final AppTokenStore tokens;

  /** Makes tokens in the store. */
  public CreateAppToken(AppTokenStore tokens) {
    this.tokens = tokens;
  }

  /** Makes a token and shows it, this once. */
  public ApiResponse create(ApiRequest request) {
    String name = body.read(request).get("name").textValue();
    NewAppToken made = tokens.create(Actor.of(request), name);
    return ApiResponse.created("/v1/admin/app-tokens/" + made.id(), made);
  }
}
