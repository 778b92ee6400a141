package dev.genhub.cli.hub;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;

/**
 * What a hub answered.
 *
 * @param text status line, headers and body, as far as they can be read
 */
public record Answer(int status, String body, String text) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static Answer of(HttpResponse<String> response) {
    return new Answer(
        response.statusCode(),
        response.body(),
        response.statusCode() + " " + response.headers().map() + " " + response.body());
  }

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JsonProcessingException other) {
      throw new IllegalStateException("no JSON: " + text, other);
    }
  }

  /** The same, if it is a 2xx. */
  public Answer ok() {
    if (status / 100 != 2) {
      throw new IllegalStateException("answered " + text);
    }
    return this;
  }
}
