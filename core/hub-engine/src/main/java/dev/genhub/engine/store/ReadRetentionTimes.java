package dev.genhub.engine.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** How far back records are kept, for the SQL of the route. */
public final class ReadRetentionTimes {

  /** The contract promises a day; a client that repeats over a weekend is served too. */
  private static final Duration IDEMPOTENCY = Duration.ofHours(72);

  private static final Duration CALLBACKS = Duration.ofDays(7);

  private final Clock clock;

  /** Reads the hub's clock. */
  public ReadRetentionTimes(Clock clock) {
    this.clock = clock;
  }

  /** {@code idempotencyBefore} and {@code callbacksBefore}. */
  public Map<String, Timestamp> read() {
    Instant now = clock.instant();
    return Map.of(
        "idempotencyBefore", Timestamp.from(now.minus(IDEMPOTENCY)),
        "callbacksBefore", Timestamp.from(now.minus(CALLBACKS)));
  }
}
