package dev.genhub.app;

import dev.genhub.app.Endpoint.Access;
import java.util.List;

/**
 * Every address of the API. A route that is not listed here fails a test, so that none is missed.
 */
final class Endpoints {

  static final List<Endpoint> ALL =
      List.of(
          new Endpoint("GET", "/health/live", Access.OPEN),
          new Endpoint("GET", "/health/ready", Access.OPEN),
          new Endpoint("GET", "/metrics", Access.OPEN),
          new Endpoint("GET", "/openapi.json", Access.OPEN),
          new Endpoint("POST", "/v1/callbacks/{provider}/{token}", Access.OPEN),
          new Endpoint("GET", "/v1/models", Access.SHARED),
          new Endpoint("GET", "/v1/providers", Access.SHARED),
          new Endpoint("POST", "/v1/estimates", Access.OWN),
          new Endpoint("POST", "/v1/generations", Access.OWN),
          new Endpoint("GET", "/v1/generations", Access.OWN),
          new Endpoint("GET", "/v1/generations/{id}", Access.ONE),
          new Endpoint("POST", "/v1/generations/{id}/cancel", Access.ONE),
          new Endpoint("GET", "/v1/content", Access.OWN),
          new Endpoint("GET", "/v1/content/{id}", Access.ONE),
          new Endpoint("DELETE", "/v1/content/{id}", Access.ONE),
          new Endpoint("GET", "/v1/content/{id}/file", Access.ONE),
          new Endpoint("POST", "/v1/keys", Access.OWN),
          new Endpoint("GET", "/v1/keys", Access.OWN),
          new Endpoint("GET", "/v1/keys/{id}", Access.ONE),
          new Endpoint("PATCH", "/v1/keys/{id}", Access.ONE),
          new Endpoint("DELETE", "/v1/keys/{id}", Access.ONE),
          new Endpoint("POST", "/v1/keys/{id}/test", Access.ONE),
          new Endpoint("GET", "/v1/limits", Access.OWN),
          new Endpoint("PUT", "/v1/limits", Access.OWN),
          new Endpoint("GET", "/v1/usage", Access.OWN),
          new Endpoint("GET", "/v1/defaults", Access.OWN),
          new Endpoint("PUT", "/v1/defaults", Access.OWN),
          new Endpoint("PUT", "/v1/admin/users/{id}/limits", Access.ADMIN),
          new Endpoint("PUT", "/v1/admin/generations/{id}/charge", Access.ADMIN),
          new Endpoint("GET", "/v1/admin/reconciliation", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/app-tokens", Access.ADMIN),
          new Endpoint("GET", "/v1/admin/app-tokens", Access.ADMIN),
          new Endpoint("DELETE", "/v1/admin/app-tokens/{id}", Access.ADMIN),
          new Endpoint("GET", "/v1/admin/audit-log", Access.ADMIN),
          new Endpoint("GET", "/v1/admin/plugins", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/plugins", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/plugins/{id}/stop", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/plugins/{id}/start", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/plugins/{id}/reload", Access.ADMIN),
          new Endpoint("GET", "/v1/admin/generations", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/generations/{id}/resolve", Access.ADMIN),
          new Endpoint("POST", "/v1/admin/keys/rewrap", Access.ADMIN),
          new Endpoint("GET", "/v1/admin/keys/rewrap", Access.ADMIN));

  private Endpoints() {}
}
