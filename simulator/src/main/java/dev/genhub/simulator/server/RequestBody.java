package dev.genhub.simulator.server;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.rule.Fields;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The JSON of a request.
 *
 * @param fields empty when it is refused
 * @param text as it was sent
 */
public record RequestBody(Fields fields, String text, Optional<Refusal> refusal) {

  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Reads a body, which must be one JSON object and say so. */
  public static RequestBody of(ApiRequest request) {
    String type = request.header("Content-Type");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return refused("Content-Type is '" + type + "', it must be application/json");
    }
    String text = request.body().toString();
    try {
      JsonNode body = STRICT.readTree(text);
      return body instanceof ObjectNode object
          ? new RequestBody(new Fields(object), text, Optional.empty())
          : refused("the body must be a JSON object");
    } catch (IOException malformed) {
      return refused("the body is not JSON");
    }
  }

  private static RequestBody refused(String message) {
    return new RequestBody(
        new Fields(JsonNodeFactory.instance.objectNode()),
        "",
        Optional.of(new Refusal(400, message)));
  }
}
