package dev.genhub.google;

import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Google's refusals: {@code {"error": {code, status, message, details}}} (google.rpc.Status), and
 * interactions that ended without a result.
 */
final class GoogleFailures {

  /** A quota of the day is not there again in the minute that the answer may name. */
  private static final Duration SOME_OF_THE_DAY = Duration.ofHours(1);

  /** Reasons to refuse content (Gemini API, finishReason and blockReason). */
  private static final List<String> CONTENT =
      List.of("SAFETY", "PROHIBITED", "BLOCKLIST", "SPII", "RECITATION", "NO_IMAGE");

  private GoogleFailures() {}

  /** A submit that was not answered with HTTP 200. */
  static SubmitOutcome ofSubmit(HttpReply reply) {
    boolean overloaded = reply.status() == 503 && word(reply).equals("UNAVAILABLE");
    boolean refused = reply.status() >= 400 && reply.status() < 500 && reply.status() != 408;
    return refused || overloaded
        ? new SubmitOutcome.Rejected(of(reply))
        : new SubmitOutcome.Unclear("HTTP " + reply.status() + " " + word(reply));
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
    FailureKind kind = kind(reply);
    String said = error(reply).at("message").nonBlankText().orElse("HTTP " + reply.status());
    return Failure.uncharged(
            kind,
            word(reply).isEmpty() ? String.valueOf(reply.status()) : word(reply),
            isKeyInvalid(reply) ? "Google does not accept the key" : said)
        .after(kind == FailureKind.RATE_LIMITED ? wait(reply) : reply.retryAfter());
  }

  /** A wrong key is a bad request to Google. */
  private static FailureKind kind(HttpReply reply) {
    if (isKeyInvalid(reply)) {
      return FailureKind.INVALID_API_KEY;
    }
    return switch (reply.status()) {
      case 401, 403 -> FailureKind.INVALID_API_KEY;
      case 402 -> FailureKind.INSUFFICIENT_CREDITS;
      case 429 -> FailureKind.RATE_LIMITED;
      default ->
          reply.status() >= 500 ? FailureKind.PROVIDER_UNAVAILABLE : FailureKind.INVALID_REQUEST;
    };
  }

  private static boolean isKeyInvalid(HttpReply reply) {
    return details(reply).anyMatch(it -> it.at("reason").equals(Json.of("API_KEY_INVALID")));
  }

  private static Json error(HttpReply reply) {
    return reply.json().at("error");
  }

  private static String word(HttpReply reply) {
    return error(reply).at("status").text().orElse("");
  }

  private static Stream<Json> details(HttpReply reply) {
    return error(reply).at("details").items().stream();
  }

  private static Optional<Duration> wait(HttpReply reply) {
    boolean ofTheDay =
        details(reply)
            .flatMap(detail -> detail.at("violations").items().stream())
            .anyMatch(quota -> quota.at("quotaId").text().orElse("").contains("PerDay"));
    Optional<Duration> asked =
        details(reply)
            .flatMap(detail -> detail.at("retryDelay").text().stream())
            .filter(text -> text.matches("\\d{1,6}(\\.\\d{1,9})?s"))
            .map(text -> Double.parseDouble(text.substring(0, text.length() - 1)))
            .map(seconds -> Duration.ofMillis((long) Math.ceil(seconds * 1000)))
            .findFirst()
            .or(reply::retryAfter);
    return ofTheDay ? Optional.of(SOME_OF_THE_DAY) : asked;
  }

  /** An interaction that ended without a result. */
  static Failure ofInteraction(Json interaction, String status) {
    Json error =
        Stream.concat(
                interaction.at("errors").items().stream(),
                interaction.at("steps").items().stream().map(step -> step.at("error")))
            .filter(Json::isObject)
            .findFirst()
            .orElse(Json.MISSING);
    String code = error.at("code").nonBlankText().orElse(status);
    String message = error.at("message").nonBlankText().orElse("Google gives no reason");
    boolean content = CONTENT.stream().anyMatch(code.toUpperCase(Locale.ROOT)::contains);
    return Failure.uncharged(
        content ? FailureKind.CONTENT_REJECTED : FailureKind.PROVIDER_ERROR, code, message);
  }
}
