package dev.genhub.engine.testing;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests of the API, as they are once it is known who calls. */
public final class Requests {
  private Requests() {}

  /** With a body. */
  public static ApiRequest of(UUID user, String body) {
    return request(user, Map.of(), Map.of(), body);
  }

  /** With query parameters. */
  public static ApiRequest of(UUID user, Map<String, String> query) {
    return request(user, Map.of(), query, "");
  }

  /** By an admin, about the resource of an id. */
  public static ApiRequest about(UUID id, String body) {
    return request(UUID.randomUUID(), Map.of("id", id.toString()), Map.of(), body);
  }

  private static ApiRequest request(
      UUID user, Map<String, String> path, Map<String, String> query, String body) {
    return new ApiRequest(
        "test-request",
        "POST",
        "/v1/test",
        path,
        query,
        Map.of(),
        body.getBytes(StandardCharsets.UTF_8),
        Optional.of(new Caller(user, false)));
  }
}
