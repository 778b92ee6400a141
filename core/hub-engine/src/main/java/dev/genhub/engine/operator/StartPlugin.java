package dev.genhub.engine.operator;

import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.catalogue.PluginOperator;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code POST /v1/admin/plugins/{id}/start}. */
public final class StartPlugin {

  private final PluginOperator operator;
  private final PluginChanges changes;

  /** Starts by way of the operator. */
  public StartPlugin(PluginOperator operator, PluginChanges changes) {
    this.operator = operator;
    this.changes = changes;
  }

  /** The plugin serves again. */
  public ApiResponse start(ApiRequest request) {
    String id = request.pathParameters().get("id");
    return ApiResponse.ok(
        changes.make(
            request,
            AuditAction.PLUGIN_STARTED,
            id,
            PluginChanges::conflict,
            () -> operator.start(id)));
  }
}
