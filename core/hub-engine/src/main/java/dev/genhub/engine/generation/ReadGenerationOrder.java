package dev.genhub.engine.generation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.http.RequestBody;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** Reads the body of {@code POST /v1/generations} and of {@code POST /v1/estimates}. */
public final class ReadGenerationOrder {

  /** Writes the names of every object in one order, so that equal requests give equal texts. */
  private static final ObjectMapper CANONICAL =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final RequestBody body = new RequestBody(getClass(), "generation-request.schema.json");

  /**
   * Reads the order.
   *
   * @throws ApiProblem {@code malformed_request} or {@code validation_failed}
   */
  public GenerationOrder read(ApiRequest request) {
    ObjectNode body = this.body.read(request);
    return new GenerationOrder(
        request.requireCaller(),
        idempotencyKey(request),
        fingerprint(body),
        text(body, "model"),
        text(body, "contentType"),
        text(body, "provider"),
        text(body, "taskType"),
        text(body, "prompt").orElse(""),
        object(body, "parameters").orElseGet(JsonNodeFactory.instance::objectNode),
        text(body, "parentId").map(UUID::fromString),
        text(body, "keyId").map(UUID::fromString),
        find(body.path("maxCost"), "usd", JsonNode::decimalValue),
        find(body.path("maxCost"), "credits", JsonNode::decimalValue),
        text(body, "webhookUrl"),
        object(body, "metadata"));
  }

  private static Optional<String> idempotencyKey(ApiRequest request) {
    Optional<String> key = request.header("Idempotency-Key");
    if (key.isPresent() && !key.get().matches("[\\x21-\\x7e]{1,255}")) {
      throw ApiProblem.of(
          ErrorCode.MALFORMED_REQUEST,
          "Idempotency-Key has "
              + key.get().length()
              + " characters; 1 to 255 visible ASCII characters are allowed");
    }
    return key;
  }

  /** Two bodies that differ only in spaces or in the order of names are the same request. */
  private static String fingerprint(ObjectNode body) {
    try {
      byte[] canonical = CANONICAL.writeValueAsBytes(CANONICAL.convertValue(body, TreeMap.class));
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
    } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Optional<String> text(JsonNode body, String name) {
    return find(body, name, JsonNode::textValue);
  }

  private static Optional<ObjectNode> object(JsonNode body, String name) {
    return find(body, name, ObjectNode.class::cast);
  }

  private static <T> Optional<T> find(JsonNode body, String name, Function<JsonNode, T> read) {
    return Optional.ofNullable(body.get(name)).map(read);
  }
}
