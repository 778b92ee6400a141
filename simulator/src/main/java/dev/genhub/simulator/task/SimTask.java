package dev.genhub.simulator.task;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.fault.Ending;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * A task, as it stands in the journal. It never changes.
 *
 * @param id 32 lower-case hexadecimal digits
 * @param family the name of its family
 * @param account a digest of the key that it was made with
 * @param prompt with its marks
 * @param request the body of the request, not to be changed
 * @param parentId the task that this one works on, or an empty text
 * @param callBackUrl an empty text when there is none
 * @param credits what was charged for it
 */
public record SimTask(
    String id,
    String family,
    String account,
    String prompt,
    ObjectNode request,
    Product product,
    String parentId,
    String callBackUrl,
    BigDecimal credits,
    Instant createdAt,
    Duration duration,
    Fate fate) {

  private static final double QUEUED_UNTIL = 0.15;
  private static final double NEARLY_THERE = 0.9;

  /** When it ends, if it does. */
  public Instant endsAt() {
    return createdAt.plus(duration);
  }

  /** The moment at which a share of its duration, from 0 to 1, has passed. */
  public Instant momentAt(double share) {
    return createdAt.plusNanos((long) (duration.toNanos() * share));
  }

  /** Where it stands. */
  public Phase phase(Instant now) {
    if (fate.ending() == Ending.UNKNOWN_STATE) {
      return Phase.UNKNOWN;
    }
    if (fate.ending() != Ending.NEVER && !now.isBefore(endsAt())) {
      return fate.fails() ? Phase.FAILED : Phase.SUCCEEDED;
    }
    return progress(now) < QUEUED_UNTIL ? Phase.QUEUED : Phase.RUNNING;
  }

  /** How much of it is done, from 0 to 1. */
  public double progress(Instant now) {
    double passed = Duration.between(createdAt, now).toNanos();
    double share = Math.max(0, Math.min(1, passed / Math.max(1, duration.toNanos())));
    return fate.ending() == Ending.NEVER ? Math.min(share, NEARLY_THERE) : share;
  }
}
