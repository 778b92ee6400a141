package dev.genhub.engine.operator;

import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.catalogue.PluginOperator;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;

/** {@code POST /v1/admin/plugins}, after {@code readJar}. */
public final class InstallPlugin {

  private final PluginOperator operator;
  private final PluginChanges changes;

  /** Installs by way of the operator. */
  public InstallPlugin(PluginOperator operator, PluginChanges changes) {
    this.operator = operator;
    this.changes = changes;
  }

  /** Installs the jar that the request's body is; it serves when this is answered. */
  public ApiResponse install(ApiRequest request) {
    return ApiResponse.created(
        "/v1/admin/plugins",
        changes.make(
            request,
            AuditAction.PLUGIN_INSTALLED,
            "of the jar",
            why -> ApiProblem.invalid("", why),
            () -> operator.install(request.body())));
  }
}
