package dev.genhub.engine.http;

import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers with {@code application/problem+json} (RFC 9457) whatever ended a request early. */
public final class WriteProblem {

  private static final Logger LOG = LoggerFactory.getLogger(WriteProblem.class);

  /** Writes the answer for the exception of the exchange. */
  public void write(Exchange exchange) {
    Throwable failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class);
    String requestId = exchange.getProperty(ReadRequest.REQUEST_ID, "", String.class);
    ApiProblem problem = problemIn(failure).orElseGet(() -> internal(failure, requestId));
    Map<String, String> headers = new HashMap<>(problem.headers());
    headers.put("X-Request-Id", requestId);
    problem
        .retryAfter()
        .ifPresent(
            wait -> headers.put("Retry-After", String.valueOf(Math.max(1, wait.toSeconds()))));
    if (problem.code() == ErrorCode.UNAUTHENTICATED) {
      headers.put("WWW-Authenticate", "Bearer");
    }
    ResponseMessage.write(
        exchange.getMessage(),
        new ApiResponse(problem.code().status(), headers, ProblemBody.of(problem, requestId)),
        "application/problem+json");
  }

  private static Optional<ApiProblem> problemIn(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ApiProblem problem) {
        return Optional.of(problem);
      }
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof RejectedExecutionException) {
        return Optional.of(
            ApiProblem.later(
                ErrorCode.UNAVAILABLE, "the hub is too busy right now", Duration.ofSeconds(1)));
      }
    }
    return Optional.empty();
  }

  /** The caller learns the request's id only; what happened is for the operator. */
  private static ApiProblem internal(Throwable failure, String requestId) {
    LOG.error("request={} failed", requestId, failure);
    return ApiProblem.of(
        ErrorCode.INTERNAL_ERROR, "the request failed inside the hub; its id is " + requestId);
  }
}
