package dev.genhub.engine.content;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The results that this node has taken to copy, whether they wait in the lane or their bytes are
 * coming. Their leases are prolonged, so that a large file may take its time although the work of a
 * dead node waits only for a lease. Safe for use by many threads.
 */
public final class CopiesUnderWay {

  /** Less than the lane holds, so that what is taken always finds a place. */
  private static final int MOST = 48;

  /** Longer than any copy may take; what is still here then is left to its lease. */
  private static final Duration LONGEST = Duration.ofMinutes(30);

  private final Map<UUID, Instant> takenAt = new ConcurrentHashMap<>();
  private final Clock clock;

  /** None yet. */
  public CopiesUnderWay(Clock clock) {
    this.clock = clock;
  }

  /** How many more may be taken. */
  int room() {
    return Math.max(0, MOST - takenAt.size());
  }

  /** They are this node's. */
  void take(List<ArchiveStore.Unarchived> results) {
    results.forEach(result -> takenAt.put(result.id(), clock.instant()));
  }

  /** The copy is made, or has failed this time. */
  void end(UUID content) {
    takenAt.remove(content);
  }

  /** Those whose leases are to be prolonged. */
  List<UUID> ids() {
    Instant tooLong = clock.instant().minus(LONGEST);
    takenAt.values().removeIf(tooLong::isAfter);
    return List.copyOf(takenAt.keySet());
  }
}
