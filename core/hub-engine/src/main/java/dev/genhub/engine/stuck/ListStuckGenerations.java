package dev.genhub.engine.stuck;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.Paging;

/** {@code GET /v1/admin/generations?state=stuck}. The route admits admins only. */
public final class ListStuckGenerations {

  private final StuckReads reads;

  /** Reads of all users. */
  public ListStuckGenerations(StuckReads reads) {
    this.reads = reads;
  }

  /**
   * A page, the newest first.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  public ApiResponse list(ApiRequest request) {
    String state = request.query("state").orElse("");
    if (!state.equals("stuck")) {
      throw ApiProblem.invalid("/state", "'" + state + "' is no state to list; only 'stuck' is");
    }
    Paging paging = Paging.of(request);
    return ApiResponse.ok(paging.page(reads.list(paging), StuckGeneration::id));
  }
}
