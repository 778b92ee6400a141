package dev.genhub.engine.key;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.Map;

/** {@code GET /v1/keys}. */
public final class ListKeys {

  private final KeyStore keys;

  /** Reads from the store. */
  public ListKeys(KeyStore keys) {
    this.keys = keys;
  }

  /** The caller's keys, without the keys themselves. */
  public ApiResponse list(ApiRequest request) {
    return ApiResponse.ok(Map.of("data", keys.list(request.userId())));
  }
}
