package dev.genhub.engine.reconciliation;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/admin/reconciliation}. The route admits admins only. */
public final class ListReconciliation {

  private final BalanceReads balances;

  /** Reads the readings. */
  public ListReconciliation(BalanceReads balances) {
    this.balances = balances;
  }

  /**
   * The readings, the newest first, and whether the hub's own books are balanced.
   *
   * @throws ApiProblem {@code validation_failed}; the pointers name the query parameters
   */
  public ApiResponse list(ApiRequest request) {
    Paging paging = Paging.of(request);
    List<BalanceReads.Reading> readings = balances.list(paging, driftsOnly(request));
    Map<String, Object> answer =
        new LinkedHashMap<>(paging.page(readings, BalanceReads.Reading::id));
    answer.put("driftingKeys", balances.drifting());
    answer.put("books", balances.books().orElse(null));
    return ApiResponse.ok(answer);
  }

  private static boolean driftsOnly(ApiRequest request) {
    String word = request.query("drifts").orElse("false");
    if (!word.equals("true") && !word.equals("false")) {
      throw ApiProblem.invalid("/drifts", "'" + word + "' is neither true nor false");
    }
    return word.equals("true");
  }
}
