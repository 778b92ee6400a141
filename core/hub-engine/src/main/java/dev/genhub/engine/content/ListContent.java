package dev.genhub.engine.content;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.TimePaging;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/content}. */
public final class ListContent {

  private static final List<String> CONTENT_TYPES = List.of("image", "video", "music");

  private final ContentReads reads;

  /** Reads in the name of the caller. */
  public ListContent(ContentReads reads) {
    this.reads = reads;
  }

  /**
   * The caller's own results, the newest first.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  public ApiResponse list(ApiRequest request) {
    TimePaging paging = TimePaging.of(request);
    List<ContentItem> found =
        reads.list(request.userId(), contentType(request), paging.before(), paging.fetch());
    return ApiResponse.ok(paging.page(found, ListContent::position));
  }

  private static Optional<String> contentType(ApiRequest request) {
    Optional<String> type = request.query("contentType");
    if (type.isPresent() && !CONTENT_TYPES.contains(type.get())) {
      throw ApiProblem.invalid("/contentType", "'" + type.get() + "' is none of " + CONTENT_TYPES);
    }
    return type;
  }

  private static TimePaging.Position position(ContentItem item) {
    return new TimePaging.Position(
        item.createdAt() == null ? Instant.EPOCH : item.createdAt(), item.id());
  }
}
