package dev.genhub.example;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;

/** Acme's refusals: {@code {"error": {"code", "message"}}} (docs.acme.example/errors). */
final class ExampleFailures {

  private ExampleFailures() {}

  /** Acme refuses with 4xx; a fault of its own may have come after the order was taken. */
  static SubmitOutcome ofSubmit(HttpReply reply) {
    boolean refused = reply.status() >= 400 && reply.status() < 500;
    return refused
        ? new SubmitOutcome.Rejected(of(reply))
        : new SubmitOutcome.Unclear("HTTP " + reply.status());
  }

  static Failure of(HttpReply reply) {
    Json error = reply.json().at("error");
    return failure(kind(reply.status()), error, reply.status()).after(reply.retryAfter());
  }

  private static FailureKind kind(int status) {
    return switch (status) {
      case 401, 403 -> FailureKind.INVALID_API_KEY;
      case 402 -> FailureKind.INSUFFICIENT_CREDITS;
      case 429 -> FailureKind.RATE_LIMITED;
      case 451 -> FailureKind.CONTENT_REJECTED;
      default -> status >= 500 ? FailureKind.PROVIDER_UNAVAILABLE : FailureKind.INVALID_REQUEST;
    };
  }

  /** A job that Acme gave up on; it is not paid for. */
  static Failure ofJob(Json error) {
    boolean content = error.at("code").equals(Json.of("unsafe_result"));
    FailureKind kind = content ? FailureKind.CONTENT_REJECTED : FailureKind.PROVIDER_ERROR;
    return failure(kind, error, 200);
  }

  private static Failure failure(FailureKind kind, Json error, int status) {
    return Failure.uncharged(
        kind,
        error.at("code").text().orElse(String.valueOf(status)),
        error.at("message").nonBlankText().orElse("Acme gives no reason"));
  }
}
