package dev.genhub.simulator.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.net.http.HttpResponse;

/** An answer of the simulator. */
public record Answered(int status, String contentType, Buffer body) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Answered of(HttpResponse<byte[]> response) {
    return new Answered(
        response.statusCode(),
        response.headers().firstValue("content-type").orElse(""),
        Buffer.buffer(response.body()));
  }

  public byte[] bytes() {
    return body.getBytes();
  }

  public String text() {
    return body.toString();
  }

  public JsonNode json() {
    try {
      return JSON.readTree(text());
    } catch (JsonProcessingException none) {
      throw new AssertionError("not JSON: " + text(), none);
    }
  }

  /** {@code data} of the live dialect's envelope. */
  public JsonNode data() {
    return json().path("data");
  }

  /** {@code code} of the live dialect's envelope. */
  public int code() {
    return json().path("code").asInt();
  }

  /** The message of either dialect. */
  public String message() {
    return json().path("msg").asText(json().path("message").asText());
  }
}
