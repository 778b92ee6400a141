package dev.genhub.engine.call;

import dev.genhub.spi.CallBody;
import dev.genhub.spi.Credential;
import dev.genhub.spi.HttpCall;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.http.HttpMethods;

/** Writes a described call onto the message, from which every other header is taken first. */
public final class PrepareCall {

  /** Prepares the message; its body must be an {@link OutboundCall}. */
  public void prepare(Exchange exchange) {
    Message message = exchange.getMessage();
    OutboundCall outbound = message.getBody(OutboundCall.class);
    HttpCall call = outbound.call();
    message.removeHeaders("*");
    call.headers().forEach(message::setHeader);
    // as text it would be looked up among all type converters of Camel, at every call
    message.setHeader(Exchange.HTTP_METHOD, HttpMethods.valueOf(call.method().name()));
    message.setHeader(Exchange.HTTP_URI, call.uri().toASCIIString());
    AnswerTime.header(call).ifPresent(time -> message.setHeader(AnswerTime.HEADER, time));
    if (call.credential() instanceof Credential.KeyHeader place) {
      UUID key =
          outbound
              .keyVersionId()
              .orElseThrow(() -> new IllegalStateException("the call needs a key and has none"));
      message.setHeader(CredentialReference.HEADER, new CredentialReference(key, place).encoded());
    }
    if (call.body() instanceof CallBody.JsonText json) {
      message.setHeader(Exchange.CONTENT_TYPE, "application/json");
      message.setBody(json.text());
    } else {
      message.setBody(null);
    }
  }
}
