package dev.genhub.engine.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes an {@link ApiResponse} onto the message; nothing else leaves with it. */
public final class WriteJson {

  /** Writes the answer that the message's body holds. */
  public void write(Exchange exchange) {
    Message message = exchange.getMessage();
    ResponseMessage.write(message, message.getBody(ApiResponse.class), "application/json");
    message.setHeader("X-Request-Id", exchange.getProperty(ReadRequest.REQUEST_ID, String.class));
  }
}
