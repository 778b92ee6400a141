package dev.genhub.engine.testing;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Requests as they come off a message. */
public final class Requests {

  private Requests() {}

  /** Nothing but headers, by nobody yet. */
  public static ApiRequest with(Map<String, String> headers) {
    return request(Map.of(), Map.of(), headers, "", Optional.empty());
  }

  /** With a bearer token, by nobody yet. */
  public static ApiRequest bearer(String token) {
    return with(Map.of("authorization", "Bearer " + token));
  }

  /** With a body, by a caller. */
  public static ApiRequest post(Caller caller, String body) {
    return request(Map.of(), Map.of(), Map.of(), body, Optional.of(caller));
  }

  /** On one thing, by a caller. */
  public static ApiRequest on(Caller caller, UUID id, String body) {
    return request(Map.of("id", id.toString()), Map.of(), Map.of(), body, Optional.of(caller));
  }

  /** With query parameters, by a caller. */
  public static ApiRequest query(Caller caller, Map<String, String> query) {
    return request(Map.of(), query, Map.of(), "", Optional.of(caller));
  }

  private static ApiRequest request(
      Map<String, String> path,
      Map<String, String> query,
      Map<String, String> headers,
      String body,
      Optional<Caller> caller) {
    return new ApiRequest(
        "request-1",
        "POST",
        "/v1/test",
        path,
        query,
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        caller);
  }
}
