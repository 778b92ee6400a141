package dev.genhub.openai;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * OpenAI's refusals: {@code {"error": {message, type, param, code}}} (error codes guide). The code
 * says more than the type, the type more than the HTTP status.
 */
final class OpenAiFailures {

  private static final Set<String> NO_MONEY =
      Set.of(
          "insufficient_quota",
          "billing_hard_limit_reached",
          "credit_balance_exhausted",
          "organization_spend_limit_exceeded",
          "project_spend_limit_exceeded",
          "organization_usage_limit_exceeded");

  private static final Set<String> CONTENT =
      Set.of("content_policy_violation", "moderation_blocked");

  private static final String OVERLOADED = "server_is_overloaded";

  private OpenAiFailures() {}

  /**
   * A submit that was not answered with HTTP 200. A fault on OpenAI's side may have come after the
   * work was paid for, unless it says that it was too busy to begin.
   */
  static SubmitOutcome ofSubmit(HttpReply reply) {
    boolean overloaded = reply.status() == 503 && code(reply).equals(OVERLOADED);
    boolean refused = reply.status() >= 400 && reply.status() < 500 && reply.status() != 408;
    return refused || overloaded
        ? new SubmitOutcome.Rejected(of(reply))
        : new SubmitOutcome.Unclear("HTTP " + reply.status() + " " + code(reply));
  }

  static Failure of(HttpReply reply) {
    FailureKind kind = kind(reply);
    return Failure.uncharged(kind, providerCode(reply), message(kind, reply)).after(wait(reply));
  }

  private static FailureKind kind(HttpReply reply) {
    String type = error(reply).at("type").text().orElse("");
    if (NO_MONEY.contains(code(reply)) || NO_MONEY.contains(type)) {
      return FailureKind.INSUFFICIENT_CREDITS;
    }
    if (CONTENT.contains(code(reply))) {
      return FailureKind.CONTENT_REJECTED;
    }
    return switch (reply.status()) {
      case 401, 403 -> FailureKind.INVALID_API_KEY;
      case 402 -> FailureKind.INSUFFICIENT_CREDITS;
      case 429 -> FailureKind.RATE_LIMITED;
      default ->
          reply.status() >= 500 ? FailureKind.PROVIDER_UNAVAILABLE : FailureKind.INVALID_REQUEST;
    };
  }

  private static Json error(HttpReply reply) {
    return reply.json().at("error");
  }

  private static String code(HttpReply reply) {
    return error(reply).at("code").text().orElse("");
  }

  private static String providerCode(HttpReply reply) {
    return code(reply).isEmpty() ? String.valueOf(reply.status()) : code(reply);
  }

  /** What OpenAI says of a wrong key repeats parts of it. */
  private static String message(FailureKind kind, HttpReply reply) {
    return kind == FailureKind.INVALID_API_KEY && reply.status() == 401
        ? "OpenAI does not accept the key"
        : error(reply)
            .at("message")
            .nonBlankText()
            .orElse("HTTP " + reply.status() + " from OpenAI without a reason");
  }

  private static Optional<Duration> wait(HttpReply reply) {
    return reply
        .header("retry-after-ms")
        .filter(text -> text.matches("\\d{1,9}"))
        .map(text -> Duration.ofMillis(Long.parseLong(text)))
        .or(reply::retryAfter);
  }
}
