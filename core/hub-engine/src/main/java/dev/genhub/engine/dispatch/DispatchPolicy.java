package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How sending is repeated and how long a node may hold work.
 *
 * @param node the name under which this process claims
 * @param lease how long claimed work waits before another node takes it
 * @param unknownTimeout when a lost submit without a callback is settled
 * @param maxAttempts how often a submit that was surely refused is tried in all
 * @param retryFor how long after its creation a generation is tried again
 * @param firstBackoff the wait after the first refusal; doubles each time
 * @param maxBackoff the longest wait that the hub chooses by itself
 */
public record DispatchPolicy(
    String node,
    Duration lease,
    Duration unknownTimeout,
    int maxAttempts,
    Duration retryFor,
    Duration firstBackoff,
    Duration maxBackoff) {

  /** What has waited its time out in the queue still gets this many attempts. */
  private static final int LEAST_ATTEMPTS = 3;

  /** A provider that asks for more does not get it: work must come to an end. */
  private static final Duration LONGEST_ASKED = Duration.ofHours(1);

  /** The usual figures around a node's name, its lease and its patience with lost answers. */
  public static DispatchPolicy of(String node, Duration lease, Duration unknownTimeout) {
    return new DispatchPolicy(
        node,
        lease,
        unknownTimeout,
        10,
        Duration.ofHours(1),
        Duration.ofSeconds(1),
        Duration.ofMinutes(2));
  }

  /**
   * The wait before the next attempt, or empty when there is none.
   *
   * @param asked the provider's {@code Retry-After}; never waited beyond the time for attempts
   */
  public Optional<Duration> retry(ClaimedGeneration work, Optional<Duration> asked, Instant now) {
    Duration left = Duration.between(now, work.createdAt().plus(retryFor));
    boolean inTime = !left.isNegative() && !left.isZero();
    if (work.attempts() >= maxAttempts || !inTime && work.attempts() >= LEAST_ATTEMPTS) {
      return Optional.empty();
    }
    Duration longest = left.compareTo(maxBackoff) > 0 ? left : maxBackoff;
    Duration wait = waitAfter(work.attempts(), asked);
    return Optional.of(wait.compareTo(longest) > 0 ? longest : wait);
  }

  /**
   * The wait before another attempt: at least the backoff, longer where the provider asks for it.
   *
   * @param attempts how many there have been
   * @param asked the provider's {@code Retry-After}
   */
  public Duration waitAfter(int attempts, Optional<Duration> asked) {
    Duration own = backoff(attempts);
    return asked
        .filter(wait -> wait.compareTo(own) > 0)
        .map(wait -> wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait)
        .orElse(own);
  }

  /**
   * The wait after so many attempts, with jitter so that refused work does not come back at once.
   */
  public Duration backoff(int attempts) {
    double doubled = firstBackoff.toMillis() * Math.pow(2, Math.max(0, attempts - 1));
    double bounded = Math.min(doubled, maxBackoff.toMillis());
    return Duration.ofMillis((long) (bounded * ThreadLocalRandom.current().nextDouble(0.75, 1.25)));
  }
}
