package dev.genhub.engine.http;

import dev.genhub.engine.security.Caller;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * A request of the API, taken off the message once, so that no header from outside travels on.
 *
 * @param id the request's id, in every problem and log line
 * @param method the HTTP method
 * @param path the path as called
 * @param pathParameters the variable parts of the path
 * @param query the query parameters, the last of each name
 * @param headers by lower-case name; without {@code Authorization} once the caller is known
 * @param body the raw body, empty when there was none
 * @param caller who calls; empty before authentication
 */
public record ApiRequest(
    String id,
    String method,
    String path,
    Map<String, String> pathParameters,
    Map<String, String> query,
    Map<String, String> headers,
    byte[] body,
    Optional<Caller> caller) {

  public ApiRequest {
    Objects.requireNonNull(id, "id");
    pathParameters = Map.copyOf(pathParameters);
    query = Map.copyOf(query);
    headers = Map.copyOf(headers);
    Objects.requireNonNull(body, "body");
    Objects.requireNonNull(caller, "caller");
  }

  /** The header, by any case of its name. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The query parameter, when it is there and not blank. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
  }

  /**
   * The user in whose name the request runs.
   *
   * @throws IllegalStateException if the route forgot to authenticate
   */
  public UUID userId() {
    return requireCaller().userId();
  }

  /**
   * Who calls.
   *
   * @throws IllegalStateException if the route forgot to authenticate
   */
  public Caller requireCaller() {
    return caller.orElseThrow(() -> new IllegalStateException("the route does not authenticate"));
  }

  /**
   * A variable part of the path that is an id.
   *
   * @throws ApiProblem {@code not_found} when it is no UUID, as no such thing can exist
   */
  public UUID pathId(String name) {
    String text = pathParameters.get(name);
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notUuid) {
      throw ApiProblem.notFound("resource", text);
    }
  }

  /** The request once it is known who calls. */
  public ApiRequest by(Caller known) {
    Map<String, String> rest = new java.util.HashMap<>(headers);
    rest.remove("authorization");
    return new ApiRequest(id, method, path, pathParameters, query, rest, body, Optional.of(known));
  }

  /** The request with a body that was read after its head. */
  public ApiRequest with(byte[] read) {
    return new ApiRequest(id, method, path, pathParameters, query, headers, read, caller);
  }

  @Override
  public String toString() {
    return "ApiRequest[" + id + " " + method + " " + path + "]";
  }
}
