package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What this node has claimed and not let go yet, whether it waits in a lane or its call is under
 * way. Its leases are prolonged, so that a provider may take minutes to answer although the work of
 * a dead node waits only for a lease. Safe for use by many threads.
 */
public final class HeldWork {

  private static final Logger LOG = LoggerFactory.getLogger(HeldWork.class);

  /** Longer than any call may take, with a wait in the lane before it. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private record Claim(UUID id, int attempt) {}

  private record Hold(Instant since, Instant prolongedAt) {}

  private final Map<Claim, Hold> held = new ConcurrentHashMap<>();
  private final Duration prolongAfter;
  private final Clock clock;
  private volatile boolean stopping;

  /** Prolongs what has been held for a third of the lease. */
  public HeldWork(Duration lease, Clock clock) {
    this.prolongAfter = lease.dividedBy(3);
    this.clock = clock;
  }

  /** The work is this node's. */
  public void take(ClaimedGeneration work) {
    Instant now = clock.instant();
    held.put(claim(work), new Hold(now, now));
  }

  /** The work is done with, one way or another. */
  public void drop(ClaimedGeneration work) {
    held.remove(claim(work));
  }

  /**
   * The generations whose leases are to be prolonged now. What has been held beyond all measure is
   * given up: its lease ends, and the row is judged like a dead node's.
   */
  public List<UUID> toProlong() {
    Instant now = clock.instant();
    held.entrySet().removeIf(entry -> heldTooLong(entry.getKey(), entry.getValue(), now));
    List<Claim> due =
        held.entrySet().stream()
            .filter(entry -> !now.isBefore(entry.getValue().prolongedAt().plus(prolongAfter)))
            .map(Map.Entry::getKey)
            .toList();
    due.forEach(claim -> held.computeIfPresent(claim, (key, hold) -> new Hold(hold.since(), now)));
    return due.stream().map(Claim::id).toList();
  }

  private static boolean heldTooLong(Claim claim, Hold hold, Instant now) {
    boolean tooLong = hold.since().plus(LONGEST).isBefore(now);
    if (tooLong) {
      LOG.warn("generation={} held for {} without an end, let go", claim.id(), LONGEST);
    }
    return tooLong;
  }

  /** From now on nothing more is sent; calls under way come to their end. */
  public void stopSending() {
    stopping = true;
  }

  /** Whether this node may still send. */
  boolean sending() {
    return !stopping;
  }

  private static Claim claim(ClaimedGeneration work) {
    return new Claim(work.id(), work.attempts());
  }
}
