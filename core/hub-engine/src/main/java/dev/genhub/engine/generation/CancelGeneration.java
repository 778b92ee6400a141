package dev.genhub.engine.generation;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.BatchWriter;
import java.util.UUID;

/** {@code POST /v1/generations/{id}/cancel}. */
public final class CancelGeneration {

  private final GenerationReads reads;
  private final BatchWriter<Settlement, Boolean> settlements;

  /** Reads in the name of the caller, settles through the settlements. */
  public CancelGeneration(GenerationReads reads, BatchWriter<Settlement, Boolean> settlements) {
    this.reads = reads;
    this.settlements = settlements;
  }

  /**
   * Cancels; the answer's cost says what it costs all the same.
   *
   * @throws ApiProblem {@code not_found} or {@code not_cancellable}
   */
  public ApiResponse cancel(ApiRequest request) {
    UUID id = request.pathId("id");
    GenerationView before = find(request, id);
    if (!settlements.write(new Settlement.Cancelled(id)).join()) {
      throw ApiProblem.of(
          ErrorCode.NOT_CANCELLABLE, "the generation is settled; it was '" + before.status() + "'");
    }
    return ApiResponse.ok(find(request, id));
  }

  private GenerationView find(ApiRequest request, UUID id) {
    return reads
        .find(request.userId(), id)
        .orElseThrow(() -> ApiProblem.notFound("generation", id));
  }
}
