package dev.genhub.replicate;

import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * Replicate's refusals: {@code {"title", "detail", "status"}}, with {@code retry_after} when it was
 * too fast (HTTP API, errors), and predictions that ended without a result.
 */
final class ReplicateFailures {

  private static final String SENSITIVE = "(?is).*(nsfw|flagged as sensitive).*";

  private ReplicateFailures() {}

  /** A fault of its own may have come after the prediction was taken. */
  static SubmitOutcome ofSubmit(HttpReply reply) {
    boolean refused = reply.status() >= 400 && reply.status() < 500 && reply.status() != 408;
    return refused
        ? new SubmitOutcome.Rejected(of(reply))
        : new SubmitOutcome.Unclear("HTTP " + reply.status());
  }

  /** What became of a cancel. */
  static CancelOutcome ofCancel(HttpReply reply) {
    if (reply.status() / 100 == 2) {
      return CancelOutcome.DONE;
    }
    return reply.status() == 429 || reply.status() >= 500
        ? CancelOutcome.UNAVAILABLE
        : CancelOutcome.REFUSED;
  }

  static Failure of(HttpReply reply) {
    Json body = reply.json();
    String said =
        body.at("detail")
            .nonBlankText()
            .or(() -> body.at("title").nonBlankText())
            .orElse("HTTP " + reply.status() + " from Replicate without a reason");
    return Failure.uncharged(kind(reply.status()), String.valueOf(reply.status()), said)
        .after(wait(reply));
  }

  private static FailureKind kind(int status) {
    return switch (status) {
      case 401, 403 -> FailureKind.INVALID_API_KEY;
      case 402 -> FailureKind.INSUFFICIENT_CREDITS;
      case 429 -> FailureKind.RATE_LIMITED;
      default -> status >= 500 ? FailureKind.PROVIDER_UNAVAILABLE : FailureKind.INVALID_REQUEST;
    };
  }

  private static Optional<Duration> wait(HttpReply reply) {
    return reply
        .retryAfter()
        .or(
            () ->
                reply
                    .json()
                    .at("retry_after")
                    .integer()
                    .filter(seconds -> seconds >= 0)
                    .map(Duration::ofSeconds));
  }

  /** What was called off at work is billed, what was before it began is not (lifecycle). */
  static Failure ofPrediction(String status, Optional<String> error) {
    String said = error.filter(text -> !text.isBlank()).orElse("the prediction was " + status);
    FailureKind kind =
        said.matches(SENSITIVE) ? FailureKind.CONTENT_REJECTED : FailureKind.PROVIDER_ERROR;
    return new Failure(kind, status, said, Optional.empty(), status.equals("canceled"));
  }
}
