package dev.genhub.engine.money;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;
import java.util.Optional;

/** {@code PUT /v1/limits}. What the body does not name stays as it is. */
public final class ChangeLimits {

  private final RequestBody body = new RequestBody(getClass(), "limits-request.schema.json");
  private final SpendingLimits limits;

  /** Changes the limits. */
  public ChangeLimits(SpendingLimits limits) {
    this.limits = limits;
  }

  /**
   * Changes the caller's own limits.
   *
   * @throws ApiProblem {@code validation_failed}
   */
  public ApiResponse change(ApiRequest request) {
    ObjectNode wanted = body.read(request);
    LimitChange change =
        new LimitChange(
            wanted.has(LimitAmount.NAME),
            LimitAmount.read(wanted),
            Optional.ofNullable(wanted.get("alertAtPercent")).map(JsonNode::intValue));
    return ApiResponse.ok(limits.change(request.userId(), change));
  }
}
