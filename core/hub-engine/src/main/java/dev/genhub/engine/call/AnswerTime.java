package dev.genhub.engine.call;

import dev.genhub.spi.HttpCall;
import java.time.Duration;
import java.util.Optional;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.EntityDetails;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.Timeout;

/**
 * How long the hub waits for a provider's answer: a minute, or what the call asks for. It does not
 * depend on the lease, as a lease is prolonged while its call is under way.
 */
public final class AnswerTime implements HttpRequestInterceptor {

  /** What holds for calls that say nothing. */
  public static final Duration USUAL = Duration.ofMinutes(1);

  /** What no call goes beyond. */
  public static final Duration LONGEST = Duration.ofMinutes(10);

  /** The header of the message that carries the time; it never leaves the hub. */
  static final String HEADER = "Genhub-Answer-Within";

  /** The header's value; empty when the usual time holds. */
  static Optional<String> header(HttpCall call) {
    return call.answerWithin()
        .map(asked -> asked.compareTo(LONGEST) > 0 ? LONGEST : asked)
        .map(time -> String.valueOf(time.toMillis()));
  }

  @Override
  public void process(HttpRequest request, EntityDetails entity, HttpContext context) {
    Header header = request.getFirstHeader(HEADER);
    if (header == null) {
      return;
    }
    request.removeHeaders(HEADER);
    HttpClientContext client = HttpClientContext.cast(context);
    client.setRequestConfig(
        RequestConfig.copy(client.getRequestConfigOrDefault())
            .setResponseTimeout(Timeout.ofMilliseconds(Long.parseLong(header.getValue())))
            .build());
  }
}
