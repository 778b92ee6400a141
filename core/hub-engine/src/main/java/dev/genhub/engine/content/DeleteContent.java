package dev.genhub.engine.content;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code DELETE /v1/content/{id}}. */
public final class DeleteContent {

  private static final Logger LOG = LoggerFactory.getLogger(DeleteContent.class);

  private final ContentReads reads;
  private final MediaStore media;

  /** Deletes in the name of the caller, and the copy with it. */
  public DeleteContent(ContentReads reads, MediaStore media) {
    this.reads = reads;
    this.media = media;
  }

  /**
   * Deletes the row first: a copy without a row is waste, a row without a copy is a broken link.
   */
  public ApiResponse delete(ApiRequest request) {
    UUID id = request.pathId("id");
    Optional<ContentReads.StoredCopy> copy = reads.copyOf(request.userId(), id);
    if (!reads.delete(request.userId(), id)) {
      throw ApiProblem.notFound("content", id);
    }
    copy.ifPresent(stored -> discard(id, stored));
    return ApiResponse.noContent();
  }

  private void discard(UUID id, ContentReads.StoredCopy stored) {
    try {
      media.delete(stored.path());
    } catch (IOException stays) {
      LOG.warn("content={} its file {} cannot be deleted", id, stored.path(), stays);
    }
  }
}
