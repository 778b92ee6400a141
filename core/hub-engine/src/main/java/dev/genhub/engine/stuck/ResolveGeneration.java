package dev.genhub.engine.stuck;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.RequestBody;
import java.util.UUID;

/**
 * {@code POST /v1/admin/generations/{id}/resolve}: an admin has looked at the provider's own pages
 * and says whether it took the submit. The route admits admins only.
 */
public final class ResolveGeneration {

  private final RequestBody body = new RequestBody(getClass(), "resolution.schema.json");
  private final ResolutionStore store;

  /** Resolves in the store. */
  public ResolveGeneration(ResolutionStore store) {
    this.store = store;
  }

  /**
   * The generation as it stands then.
   *
   * @throws ApiProblem {@code not_found}; {@code conflict} when there is nothing to resolve, or the
   *     task is another generation's; {@code validation_failed} for a task of what was not taken
   */
  public ApiResponse resolve(ApiRequest request) {
    UUID id = request.pathId("id");
    Resolution resolution = Resolution.of(body.read(request));
    if (!resolution.accepted() && resolution.taskId().isPresent()) {
      throw ApiProblem.invalid("/taskId", "what the provider did not take has no task");
    }
    return ApiResponse.ok(store.resolve(id, resolution, Actor.of(request)));
  }
}
