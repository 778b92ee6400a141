package dev.genhub.engine.key;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;
import java.util.Optional;
import java.util.UUID;

/** {@code PATCH /v1/keys/{id}}. */
public final class ChangeKey {

  private final RequestBody body = new RequestBody(getClass(), "key-change.schema.json");
  private final KeyStore keys;

  /** Changes in the store. */
  public ChangeKey(KeyStore keys) {
    this.keys = keys;
  }

  /** Changes what the body names. */
  public ApiResponse change(ApiRequest request) {
    UUID id = request.pathId("id");
    ObjectNode wanted = body.read(request);
    KeyChange change =
        new KeyChange(
            Optional.ofNullable(wanted.get("name")).map(JsonNode::textValue),
            Optional.ofNullable(wanted.get("apiKey"))
                .map(JsonNode::textValue)
                .map(ApiKeyText::require),
            Optional.ofNullable(wanted.get("isActive")).map(JsonNode::booleanValue));
    return ApiResponse.ok(
        keys.change(Actor.of(request), id, change)
            .orElseThrow(() -> ApiProblem.notFound("key", id)));
  }
}
