package dev.genhub.engine.money;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code GET /v1/limits}. */
public final class GetLimits {

  private final SpendingLimits limits;

  /** Reads from the limits. */
  public GetLimits(SpendingLimits limits) {
    this.limits = limits;
  }

  /** The caller's limits, and what is left of them this month. */
  public ApiResponse get(ApiRequest request) {
    return ApiResponse.ok(limits.read(request.userId()));
  }
}
