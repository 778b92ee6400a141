package dev.genhub.engine.http;

import java.util.Map;
import java.util.Optional;

/** Requests as they come off the message. */
final class TestRequests {

  private TestRequests() {}

  static ApiRequest withQuery(String name, String value) {
    return request(Map.of(name, value));
  }

  static ApiRequest plain() {
    return request(Map.of());
  }

  private static ApiRequest request(Map<String, String> query) {
    return new ApiRequest(
        "test-request", "GET", "/", Map.of(), query, Map.of(), new byte[0], Optional.empty());
  }
}
