package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.http.RequestBody;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Reads the body of {@code POST /v1/generations} and of {@code POST /v1/estimates}. */
public final class ReadGenerationOrder {

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
        Fingerprint.of(body),
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
    if (key.isPresent() && !key.get().matches("[\\x20-\\x7e]{1,255}")) {
      throw ApiProblem.of(
          ErrorCode.MALFORMED_REQUEST,
          "Idempotency-Key has "
              + key.get().length()
              + " characters; 1 to 255 printable ASCII characters are allowed");
    }
    return key;
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
