package dev.genhub.engine.content;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiRequest;
import java.io.IOException;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** {@code GET /v1/content/{id}/file}: the stored copy, or a part of it, as a stream. */
public final class StreamContent {

  private final ContentReads reads;
  private final MediaStore media;

  /** Reads in the name of the caller. */
  public StreamContent(ContentReads reads, MediaStore media) {
    this.reads = reads;
    this.media = media;
  }

  /**
   * Writes the file onto the message.
   *
   * @throws ApiProblem {@code not_found} also while the copy is not there yet
   */
  public void stream(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    ApiRequest request = message.getBody(ApiRequest.class);
    UUID id = request.pathId("id");
    ContentReads.StoredCopy copy =
        reads
            .copyOf(request.userId(), id)
            .orElseThrow(() -> ApiProblem.notFound("stored copy of content", id));
    message.setHeader("Accept-Ranges", "bytes");
    message.setHeader("ETag", "\"" + id + "\"");
    message.setHeader("Cache-Control", "private, max-age=86400, immutable");
    message.setHeader("X-Content-Type-Options", "nosniff");
    message.setHeader(Exchange.CONTENT_TYPE, copy.mimeType());
    write(message, copy, ByteRange.asked(request.header("Range"), copy.size()));
  }

  private void write(Message message, ContentReads.StoredCopy copy, ByteRange.Asked asked)
      throws IOException {
    if (asked instanceof ByteRange.Asked.Unsatisfiable) {
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, 416);
      message.setHeader("Content-Range", "bytes */" + copy.size());
      message.setBody(null);
      return;
    }
    ByteRange range = new ByteRange(0, copy.size());
    if (asked instanceof ByteRange.Asked.Part part) {
      range = part.range();
      message.setHeader(
          "Content-Range",
          "bytes " + range.from() + "-" + (range.from() + range.length() - 1) + "/" + copy.size());
    }
    message.setHeader(
        Exchange.HTTP_RESPONSE_CODE, asked instanceof ByteRange.Asked.Part ? 206 : 200);
    message.setHeader("Content-Length", range.length());
    message.setBody(media.open(copy.path(), range.from(), range.length()));
  }
}
