package dev.genhub.engine.dispatch;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;

/** The times by which leases are judged, for the SQL of the route. */
public final class ReadLeaseTimes {

  private final DispatchPolicy policy;
  private final Clock clock;

  /** Reads the hub's clock. */
  public ReadLeaseTimes(DispatchPolicy policy, Clock clock) {
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * {@code now}, {@code giveUpAt} for what becomes unknown now, and {@code maxAttempts} of what may
   * be sent again.
   */
  public Map<String, Object> read() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return Map.of(
        "now", now,
        "giveUpAt", now.plus(policy.unknownTimeout()),
        "maxAttempts", policy.maxAttempts());
  }
}
