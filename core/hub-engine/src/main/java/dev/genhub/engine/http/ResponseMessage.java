package dev.genhub.engine.http;

import java.nio.ByteBuffer;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Puts an answer onto a message, from which every other header is taken first. */
final class ResponseMessage {
  private ResponseMessage() {}

  static void write(Message message, ApiResponse response, String contentType) {
    message.removeHeaders("*");
    response.headers().forEach(message::setHeader);
    message.setHeader(Exchange.HTTP_RESPONSE_CODE, response.status());
    if (response.body() == null) {
      message.setBody(null);
    } else {
      message.setHeader(Exchange.CONTENT_TYPE, contentType);
      // bytes as an array would be read back chunk by chunk, on the threads that requests need
      message.setBody(ByteBuffer.wrap(ApiJson.write(response.body())));
    }
  }
}
