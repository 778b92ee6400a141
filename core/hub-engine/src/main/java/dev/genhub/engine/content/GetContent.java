package dev.genhub.engine.content;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.UUID;

/** {@code GET /v1/content/{id}}. */
public final class GetContent {

  private final ContentReads reads;

  /** Reads in the name of the caller. */
  public GetContent(ContentReads reads) {
    this.reads = reads;
  }

  /** The caller's own result. */
  public ApiResponse get(ApiRequest request) {
    UUID id = request.pathId("id");
    return ApiResponse.ok(
        reads.find(request.userId(), id).orElseThrow(() -> ApiProblem.notFound("content", id)));
  }
}
