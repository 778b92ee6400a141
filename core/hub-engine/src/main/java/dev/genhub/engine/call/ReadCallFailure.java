package dev.genhub.engine.call;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;

/**
 * Runs as the circuit breaker's fallback: turns the exception of a call into its result. In the
 * fallback the message is the request again, so the exception is all there is.
 */
public final class ReadCallFailure {

  /** Reads the failure of the exchange. */
  public CallResult read(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    if (failure == null) {
      return notSent(FailureKind.PROVIDER_UNAVAILABLE, "the circuit breaker is open");
    }
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpOperationFailedException answer) {
        return answered(answer);
      }
      if (cause instanceof KeyUnavailableException) {
        return notSent(FailureKind.INVALID_API_KEY, cause.getMessage());
      }
      if (neverConnected(cause)) {
        return notSent(FailureKind.PROVIDER_UNAVAILABLE, reason(cause));
      }
      if (cause.getClass().getName().endsWith("CallNotPermittedException")) {
        return notSent(FailureKind.PROVIDER_UNAVAILABLE, "the circuit breaker is open");
      }
    }
    return new CallResult.Lost(reason(failure));
  }

  private static boolean neverConnected(Throwable cause) {
    return cause instanceof ConnectException
        || cause instanceof ConnectTimeoutException
        || cause instanceof ConnectionRequestTimeoutException
        || cause instanceof UnknownHostException
        || cause instanceof NoRouteToHostException;
  }

  private static CallResult notSent(FailureKind kind, String reason) {
    return new CallResult.NotSent(Failure.uncharged(kind, "", reason));
  }

  private static CallResult answered(HttpOperationFailedException answer) {
    Map<String, String> headers = answer.getResponseHeaders();
    String body = answer.getResponseBody();
    return new CallResult.Answered(
        new HttpReply(
            answer.getStatusCode(),
            ReplyHeaders.of(headers == null ? Map.of() : headers),
            body == null ? "" : body));
  }

  private static String reason(Throwable cause) {
    return cause.getClass().getSimpleName() + ": " + cause.getMessage();
  }
}
