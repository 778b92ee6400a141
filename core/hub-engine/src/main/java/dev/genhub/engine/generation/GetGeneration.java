package dev.genhub.engine.generation;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import java.util.Map;
import java.util.UUID;

/**
 * {@code GET /v1/generations/{id}}, with {@code ETag} and {@code If-None-Match} (RFC 9110, 8.8.3).
 */
public final class GetGeneration {

  private final GenerationReads reads;

  /** Reads in the name of the caller. */
  public GetGeneration(GenerationReads reads) {
    this.reads = reads;
  }

  /** The caller's own generation, or 304 when it is as the caller knows it. */
  public ApiResponse get(ApiRequest request) {
    UUID id = request.pathId("id");
    GenerationView view =
        reads.find(request.userId(), id).orElseThrow(() -> ApiProblem.notFound("generation", id));
    Map<String, String> headers = Map.of("ETag", tag(view));
    boolean known =
        request
            .header("If-None-Match")
            .map(tags -> tags.equals("*") || tags.contains(headers.get("ETag")))
            .orElse(false);
    return known ? new ApiResponse(304, headers, null) : new ApiResponse(200, headers, view);
  }

  /** A place in the queue changes without a change of the generation itself. */
  private static String tag(GenerationView view) {
    String place = view.queuedAhead() == null ? "" : "-" + view.queuedAhead();
    return "\"" + view.revision() + place + "\"";
  }
}
