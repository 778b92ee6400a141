package dev.genhub.engine.money;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;

/**
 * {@code PUT /v1/admin/users/{id}/limits}: the ceiling that no limit of the user rises above. The
 * route admits admins only.
 */
public final class CapLimits {

  private final RequestBody body = new RequestBody(getClass(), "cap-request.schema.json");
  private final SpendingLimits limits;

  /** Sets ceilings of the limits. */
  public CapLimits(SpendingLimits limits) {
    this.limits = limits;
  }

  /**
   * Sets the ceiling, or takes it away with null.
   *
   * @return the user's limits as they are now
   * @throws ApiProblem {@code validation_failed} or {@code not_found}
   */
  public ApiResponse cap(ApiRequest request) {
    return ApiResponse.ok(
        limits.cap(Actor.of(request), request.pathId("id"), LimitAmount.read(body.read(request))));
  }
}
