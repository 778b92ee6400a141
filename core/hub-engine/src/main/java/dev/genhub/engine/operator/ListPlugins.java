package dev.genhub.engine.operator;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.Map;

/** {@code GET /v1/admin/plugins}. */
public final class ListPlugins {

  private final PluginViews views;

  /** Lists what is shown. */
  public ListPlugins(PluginViews views) {
    this.views = views;
  }

  /** Every jar of the folder, and those that take nothing new and finish what they began. */
  public ApiResponse list(ApiRequest request) {
    return ApiResponse.ok(Map.of("data", views.all()));
  }
}
