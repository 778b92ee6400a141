package dev.genhub.engine.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.catalogue.ParameterSchema;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads a request's body as a JSON object and holds it against the schema of the request. */
public final class RequestBody {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final ParameterSchema schema;

  /** Takes the schema that stands beside a class. */
  public RequestBody(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      schema =
          new ParameterSchema(Json.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads the body.
   *
   * @throws ApiProblem {@code malformed_request} or {@code validation_failed}
   */
  public ObjectNode read(ApiRequest request) {
    ObjectNode body = parse(request);
    // first, as the schema would calculate with every number
    requireNone(StorableJson.check(body));
    requireNone(schema.check(body, ""));
    return body;
  }

  private static void requireNone(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw ApiProblem.invalid(violations);
    }
  }

  private static ObjectNode parse(ApiRequest request) {
    try {
      if (JSON.readTree(request.body()) instanceof ObjectNode body) {
        return body;
      }
      throw ApiProblem.of(ErrorCode.MALFORMED_REQUEST, "the body must be a JSON object");
    } catch (StreamConstraintsException tooMuch) {
      throw ApiProblem.of(
          ErrorCode.MALFORMED_REQUEST,
          "the body is nested too deeply, or holds a number or a name that is too long");
    } catch (JsonProcessingException notJson) {
      throw ApiProblem.of(
          ErrorCode.MALFORMED_REQUEST, "the body is not JSON" + place(notJson.getLocation()));
    } catch (IOException notText) {
      throw ApiProblem.of(ErrorCode.MALFORMED_REQUEST, "the body is not text in UTF-8");
    }
  }

  private static String place(JsonLocation location) {
    return location == null
        ? ""
        : ", at line " + location.getLineNr() + " column " + location.getColumnNr();
  }
}
