package dev.genhub.engine.call;

import dev.genhub.spi.HttpReply;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Takes the provider's answer off the message, bounded in size. */
public final class ReadReply {

  /** More than any provider's status reply, with room for results that come as base64. */
  private static final int LARGEST = 32 * 1024 * 1024;

  /**
   * Reads the answer.
   *
   * @throws IOException if it breaks off, or is too large
   */
  public CallResult read(Exchange exchange) throws IOException {
    Message message = exchange.getMessage();
    int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
    return new CallResult.Answered(
        new HttpReply(status, ReplyHeaders.of(message.getHeaders()), body(message)));
  }

  private static String body(Message message) throws IOException {
    try (InputStream in = stream(message)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IOException("the reply is larger than " + LARGEST + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private static InputStream stream(Message message) {
    InputStream in = message.getBody(InputStream.class);
    return in == null ? new ByteArrayInputStream(new byte[0]) : in;
  }
}
