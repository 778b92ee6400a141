package dev.genhub.engine.store;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** How far back records are kept, for the SQL of the route. */
public final class ReadRetentionTimes {

  /** The contract promises a day; a client that repeats over a weekend is served too. */
  private static final Duration IDEMPOTENCY = Duration.ofHours(72);

  private static final Duration CALLBACKS = Duration.ofDays(7);
  private static final Duration OUTBOX = Duration.ofDays(7);
  private static final Duration ACCOUNTS = Duration.ofDays(1);

  private final Clock clock;

  /** Reads the hub's clock. */
  public ReadRetentionTimes(Clock clock) {
    this.clock = clock;
  }

  /**
   * {@code idempotencyBefore}, {@code callbacksBefore}, {@code outboxBefore} and {@code
   * accountsBefore}.
   */
  public Map<String, OffsetDateTime> read() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return Map.of(
        "idempotencyBefore", now.minus(IDEMPOTENCY),
        "callbacksBefore", now.minus(CALLBACKS),
        "outboxBefore", now.minus(OUTBOX),
        "accountsBefore", now.minus(ACCOUNTS));
  }
}
