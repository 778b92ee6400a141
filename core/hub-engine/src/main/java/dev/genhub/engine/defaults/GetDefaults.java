package dev.genhub.engine.defaults;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code GET /v1/defaults}. */
public final class GetDefaults {

  private final DefaultModels defaults;

  /** Reads the defaults. */
  public GetDefaults(DefaultModels defaults) {
    this.defaults = defaults;
  }

  /** The caller's default models. */
  public ApiResponse get(ApiRequest request) {
    return ApiResponse.ok(DefaultsView.of(defaults.of(request.userId())));
  }
}
