package dev.genhub.simulator.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import java.util.Map;

/**
 * What a request is answered with, if nothing happens to it on the way.
 *
 * @param headers further ones
 */
public record Answer(int status, String contentType, Buffer body, Map<String, String> headers) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Copies the headers. */
  public Answer {
    headers = Map.copyOf(headers);
  }

  /** Without further headers. */
  public Answer(int status, String contentType, Buffer body) {
    this(status, contentType, body, Map.of());
  }

  /** JSON, with the content type that KIE.AI sends. */
  public static Answer json(int status, JsonNode body) {
    try {
      return new Answer(
          status, "application/json;charset=UTF-8", Buffer.buffer(JSON.writeValueAsBytes(body)));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Plain text. */
  public static Answer text(int status, String body) {
    return new Answer(status, "text/plain; charset=UTF-8", Buffer.buffer(body));
  }

  /** The page of a gateway, which explains nothing. */
  public static Answer gatewayPage(int status) {
    return new Answer(
        status,
        "text/html; charset=UTF-8",
        Buffer.buffer(
            "<html><head><title>%1$d</title></head><body><h1>%1$d</h1></body></html>\n"
                .formatted(status)));
  }

  /** The same with another HTTP status. */
  public Answer withStatus(int other) {
    return new Answer(other, contentType, body, headers);
  }

  /** The same with one further header only. */
  public Answer withHeader(String name, String value) {
    return new Answer(status, contentType, body, Map.of(name, value));
  }
}
