package dev.genhub.engine.security;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;

/** Lets admins pass, nobody else. */
public final class RequireAdmin {

  /**
   * The request as it is.
   *
   * @throws ApiProblem {@code forbidden}
   */
  public ApiRequest require(ApiRequest request) {
    if (!request.requireCaller().admin()) {
      throw ApiProblem.of(ErrorCode.FORBIDDEN, request.path() + " is open to admins only");
    }
    return request;
  }
}
