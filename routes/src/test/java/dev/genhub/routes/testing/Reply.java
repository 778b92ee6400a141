package dev.genhub.routes.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;

/** What the hub answered. */
public record Reply(int status, HttpHeaders headers, String body) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The body as JSON. */
  public JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (IOException notJson) {
      throw new UncheckedIOException("not JSON: " + body, notJson);
    }
  }

  /** A header's value, or an empty text. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }

  /** The {@code code} of a problem. */
  public String code() {
    return json().path("code").asText();
  }
}
