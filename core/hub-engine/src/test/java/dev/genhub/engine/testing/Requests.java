package dev.genhub.engine.testing;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.security.Caller;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Builds a request of the API in which everything is as usual but for what a test says. */
public final class Requests {

  private final Map<String, String> pathParameters = new HashMap<>();
  private final Map<String, String> query = new HashMap<>();
  private final Map<String, String> headers = new HashMap<>();
  private String body = "";
  private Optional<Caller> caller = Optional.empty();

  /** A request of nobody for nothing. */
  public static Requests any() {
    return new Requests();
  }

  /** Nothing but headers, by nobody yet. */
  public static ApiRequest with(Map<String, String> headers) {
    Requests request = any();
    request.headers.putAll(headers);
    return request.build();
  }

  /** With a bearer token, by nobody yet. */
  public static ApiRequest bearer(String token) {
    return with(Map.of("authorization", "Bearer " + token));
  }

  /** With a body, by a caller. */
  public static ApiRequest post(Caller caller, String body) {
    return any().by(caller).body(body).build();
  }

  /** On one thing, by a caller. */
  public static ApiRequest on(Caller caller, UUID id, String body) {
    return any().by(caller).path("id", id).body(body).build();
  }

  /** With query parameters, by a caller. */
  public static ApiRequest query(Caller caller, Map<String, String> query) {
    Requests request = any().by(caller);
    request.query.putAll(query);
    return request.build();
  }

  public Requests by(Caller who) {
    caller = Optional.of(who);
    return this;
  }

  public Requests by(UUID user) {
    caller = Optional.of(new Caller(user, false));
    return this;
  }

  public Requests path(String name, Object value) {
    pathParameters.put(name, value.toString());
    return this;
  }

  public Requests query(String name, String value) {
    query.put(name, value);
    return this;
  }

  /** The name is in lower case, as the edge leaves it. */
  public Requests header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Requests body(String json) {
    body = json;
    return this;
  }

  public ApiRequest build() {
    return new ApiRequest(
        "request-1",
        "POST",
        "/any",
        pathParameters,
        query,
        headers,
        body.getBytes(StandardCharsets.UTF_8),
        caller);
  }
}
