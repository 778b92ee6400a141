package dev.genhub.engine.operator;

import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.catalogue.PluginOperator;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code POST /v1/admin/plugins/{id}/reload}. */
public final class ReloadPlugin {

  private final PluginOperator operator;
  private final PluginChanges changes;

  /** Reloads by way of the operator. */
  public ReloadPlugin(PluginOperator operator, PluginChanges changes) {
    this.operator = operator;
    this.changes = changes;
  }

  /** The jar is loaded afresh, with the settings files as they are now. */
  public ApiResponse reload(ApiRequest request) {
    String id = request.pathParameters().get("id");
    return ApiResponse.ok(
        changes.make(
            request,
            AuditAction.PLUGIN_RELOADED,
            id,
            PluginChanges::conflict,
            () -> operator.reload(id)));
  }
}
