package dev.genhub.engine.key;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.UUID;

/** {@code DELETE /v1/keys/{id}}. */
public final class DeleteKey {

  private final KeyStore keys;

  /** Deletes from the store. */
  public DeleteKey(KeyStore keys) {
    this.keys = keys;
  }

  /** Deletes the caller's own key. */
  public ApiResponse delete(ApiRequest request) {
    UUID id = request.pathId("id");
    if (!keys.delete(Actor.of(request), id)) {
      throw ApiProblem.notFound("key", id);
    }
    return ApiResponse.noContent();
  }
}
