package dev.genhub.engine.dispatch;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
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

  /** {@code now}, and {@code giveUpAt} for what becomes unknown now. */
  public Map<String, Timestamp> read() {
    Instant now = clock.instant();
    return Map.of(
        "now", Timestamp.from(now),
        "giveUpAt", Timestamp.from(now.plus(policy.unknownTimeout())));
  }
}
