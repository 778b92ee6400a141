package dev.genhub.engine.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;

/** {@code GET /openapi.json}: the description of the API, with this hub's address. */
public final class AnswerDocument {

  private final ObjectNode document;

  /** Reads the description for itself. */
  public AnswerDocument(URI publicUrl) {
    this(ApiDescription.load(), publicUrl);
  }

  /**
   * Answers a description that is read already.
   *
   * @param publicUrl where this hub is reached, without a slash at its end
   */
  public AnswerDocument(ApiDescription description, URI publicUrl) {
    this.document = description.document(publicUrl);
  }

  /** The document. */
  public ApiResponse answer() {
    return ApiResponse.ok(document);
  }
}
