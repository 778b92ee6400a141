package dev.genhub.engine.operator;

import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.catalogue.PluginOperator;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code POST /v1/admin/plugins/{id}/stop}. */
public final class StopPlugin {

  private final PluginOperator operator;
  private final PluginChanges changes;

  /** Stops by way of the operator. */
  public StopPlugin(PluginOperator operator, PluginChanges changes) {
    this.operator = operator;
    this.changes = changes;
  }

  /** The plugin takes nothing new and finishes what it began, until somebody starts it again. */
  public ApiResponse stop(ApiRequest request) {
    String id = request.pathParameters().get("id");
    return ApiResponse.ok(
        changes.make(
            request,
            AuditAction.PLUGIN_STOPPED,
            id,
            PluginChanges::conflict,
            () -> operator.stop(id)));
  }
}
