package dev.genhub.engine.content;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.Optional;
import java.util.UUID;

/** {@code DELETE /v1/content/{id}}. */
public final class DeleteContent {

  private final ContentReads reads;
  private final MediaStore media;

  /** Deletes in the name of the caller, and the copy with it. */
  public DeleteContent(ContentReads reads, MediaStore media) {
    this.reads = reads;
    this.media = media;
  }

  /** Deletes the row, then the copy. */
  public ApiResponse delete(ApiRequest request) {
    UUID id = request.pathId("id");
    Optional<ContentReads.StoredCopy> copy = reads.copyOf(request.userId(), id);
    if (!reads.delete(request.userId(), id)) {
      throw ApiProblem.notFound("content", id);
    }
    copy.ifPresent(stored -> new RowlessCopy(id, stored.path()).discard(media));
    return ApiResponse.noContent();
  }
}
