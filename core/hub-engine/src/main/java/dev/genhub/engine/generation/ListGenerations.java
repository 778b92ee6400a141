package dev.genhub.engine.generation;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.Paging;
import java.util.List;
import java.util.Optional;

/** {@code GET /v1/generations}. */
public final class ListGenerations {

  private static final List<String> STATUSES =
      List.of("pending", "processing", "completed", "failed", "cancelled");
  private static final List<String> CONTENT_TYPES = List.of("image", "video", "music");

  private final GenerationReads reads;

  /** Reads in the name of the caller. */
  public ListGenerations(GenerationReads reads) {
    this.reads = reads;
  }

  /**
   * The caller's own generations, the newest first.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  public ApiResponse list(ApiRequest request) {
    Paging paging = Paging.of(request);
    GenerationFilter filter =
        new GenerationFilter(
            oneOf(request, "status", STATUSES),
            oneOf(request, "contentType", CONTENT_TYPES),
            request.query("model"),
            paging.before(),
            paging.fetch());
    return ApiResponse.ok(paging.page(reads.list(request.userId(), filter), GenerationView::id));
  }

  private static Optional<String> oneOf(ApiRequest request, String name, List<String> allowed) {
    Optional<String> value = request.query(name);
    if (value.isPresent() && !allowed.contains(value.get())) {
      throw ApiProblem.invalid("/" + name, "'" + value.get() + "' is none of " + allowed);
    }
    return value;
  }
}
