package dev.genhub.engine.security;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;

/** Stands after {@code authenticate} in every route under {@code /v1/admin}. */
public final class RequireAdmin {

  /**
   * The request, when its caller is an admin.
   *
   * @throws ApiProblem {@code forbidden}
   */
  public ApiRequest require(ApiRequest request) {
    Caller caller = request.requireCaller();
    if (!caller.admin()) {
      throw ApiProblem.of(
          ErrorCode.FORBIDDEN,
          caller.appTokenId().isPresent()
              ? "an app token acts for users and is never an admin"
              : "this is for admins: the token's claim genhub_role, or genhub_role in its"
                  + " app_metadata, must be 'admin'");
    }
    return request;
  }
}
