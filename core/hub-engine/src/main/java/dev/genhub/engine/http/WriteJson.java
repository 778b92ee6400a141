package dev.genhub.engine.http;

import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Writes an {@link ApiResponse} onto the message; nothing else leaves with it. */
public final class WriteJson {

  /** Writes the answer that the message's body holds. */
  public void write(Exchange exchange) {
    Message message = exchange.getMessage();
    write(message, message.getBody(ApiResponse.class), "application/json");
    message.setHeader("X-Request-Id", exchange.getProperty(ReadRequest.REQUEST_ID, String.class));
  }

  static void write(Message message, ApiResponse response, String contentType) {
    message.removeHeaders("*");
    response.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
    if (response.body() == null) {
      message.setBody(null);
    } else {
      message.setHeader(Exchange.CONTENT_TYPE, contentType);
      message.setBody(ApiJson.write(response.body()));
    }
  }
}
