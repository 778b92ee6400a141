package dev.genhub.engine.content;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.Paging;

/** {@code GET /v1/content}. */
public final class ListContent {

  private final ContentReads reads;

  /** Reads in the name of the caller. */
  public ListContent(ContentReads reads) {
    this.reads = reads;
  }

  /** The caller's own results, the newest first. */
  public ApiResponse list(ApiRequest request) {
    Paging paging = Paging.of(request);
    return ApiResponse.ok(
        paging.page(
            reads.list(
                request.userId(), request.query("contentType"), paging.before(), paging.fetch()),
            ContentItem::id));
  }
}
