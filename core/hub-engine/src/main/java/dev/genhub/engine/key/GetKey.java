package dev.genhub.engine.key;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.UUID;

/** {@code GET /v1/keys/{id}}. */
public final class GetKey {

  private final KeyStore keys;

  /** Reads from the store. */
  public GetKey(KeyStore keys) {
    this.keys = keys;
  }

  /** The caller's own key, without the key itself. */
  public ApiResponse get(ApiRequest request) {
    UUID id = request.pathId("id");
    return ApiResponse.ok(
        keys.find(request.userId(), id).orElseThrow(() -> ApiProblem.notFound("key", id)));
  }
}
