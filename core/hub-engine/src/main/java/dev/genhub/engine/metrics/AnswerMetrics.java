package dev.genhub.engine.metrics;

import dev.genhub.engine.http.ReadRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** {@code GET /metrics}, in the text format of Prometheus. */
public final class AnswerMetrics {

  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

  private final WorkMeters work;
  private final Supplier<String> page;

  /**
   * @param page all meters as text
   */
  public AnswerMetrics(WorkMeters work, Supplier<String> page) {
    this.work = work;
    this.page = page;
  }

  /** Answers all meters, those of the database a few seconds old at most. */
  public void answer(Exchange exchange) {
    work.refresh();
    Message message = exchange.getMessage();
    message.removeHeaders("*");
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
    message.setHeader(Exchange.CONTENT_TYPE, TEXT);
    message.setHeader("X-Request-Id", exchange.getProperty(ReadRequest.REQUEST_ID, String.class));
    message.setBody(ByteBuffer.wrap(page.get().getBytes(StandardCharsets.UTF_8)));
  }
}
