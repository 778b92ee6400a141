package dev.genhub.engine.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

/**
 * What is left of a user's minute.
 *
 * @param limit requests in a minute
 * @param remaining requests that are still allowed until the end
 * @param endsAt when the minute is over and all are allowed again
 */
public record RequestWindow(int limit, int remaining, Instant endsAt) {

  public RequestWindow {
    Objects.requireNonNull(endsAt, "endsAt");
  }

  /** How long it takes until the minute is over; a second at least. */
  public Duration untilEnd(Instant now) {
    Duration left = Duration.between(now, endsAt);
    long seconds = left.toSeconds() + (left.toNanosPart() > 0 ? 1 : 0);
    return Duration.ofSeconds(Math.max(1, seconds));
  }

  /** The header fields that tell a client. */
  public Map<String, String> headers(Instant now) {
    return Map.of(
        "RateLimit-Limit", String.valueOf(limit),
        "RateLimit-Remaining", String.valueOf(remaining),
        "RateLimit-Reset", String.valueOf(untilEnd(now).toSeconds()),
        "RateLimit-Policy", limit + ";w=60");
  }
}
