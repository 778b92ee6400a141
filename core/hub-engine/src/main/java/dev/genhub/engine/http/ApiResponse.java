package dev.genhub.engine.http;

import java.util.Map;
import java.util.Objects;

/**
 * An answer of the API: what a route's last verb before {@code writeJson} returns.
 *
 * @param status the HTTP status
 * @param headers further headers
 * @param body what is written as JSON; null for an answer without a body
 */
public record ApiResponse(int status, Map<String, String> headers, Object body) {

  public ApiResponse {
    headers = Map.copyOf(headers);
  }

  /** 200 with a body. */
  public static ApiResponse ok(Object body) {
    return new ApiResponse(200, Map.of(), Objects.requireNonNull(body, "body"));
  }

  /** 201 with the address of what was made. */
  public static ApiResponse created(String location, Object body) {
    return new ApiResponse(201, Map.of("Location", location), body);
  }

  /** 204. */
  public static ApiResponse noContent() {
    return new ApiResponse(204, Map.of(), null);
  }
}
