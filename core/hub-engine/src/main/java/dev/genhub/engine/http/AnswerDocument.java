package dev.genhub.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;

/** {@code GET /openapi.json}: the description of the API, with this hub's address. */
public final class AnswerDocument {

  private final ObjectNode document;

  /** Reads the document that stands beside this class. */
  public AnswerDocument(URI publicUrl) {
    ObjectMapper mapper = new ObjectMapper();
    try (InputStream in = getClass().getResourceAsStream("openapi.json")) {
      JsonNode read = mapper.readTree(in);
      this.document = (ObjectNode) read;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    ArrayNode servers = document.putArray("servers");
    servers.addObject().put("url", publicUrl.toString());
  }

  /** The document. */
  public ApiResponse answer() {
    return ApiResponse.ok(document);
  }
}
