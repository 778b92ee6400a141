package dev.genhub.engine.reconciliation;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * Two readings of one account and what the ledger charged in between.
 *
 * @param previous the balance at the reading before, in credits
 * @param previousInFlight quotes of what was sent and not settled then
 * @param charged what the ledger charged between the two
 * @param current the balance now
 * @param inFlight quotes of what is sent and not settled now
 */
record Comparison(
    BigDecimal previous,
    BigDecimal previousInFlight,
    BigDecimal charged,
    BigDecimal current,
    BigDecimal inFlight) {

  Comparison {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(previousInFlight, "previousInFlight");
    Objects.requireNonNull(charged, "charged");
    Objects.requireNonNull(current, "current");
    Objects.requireNonNull(inFlight, "inFlight");
  }

  /**
   * How far the balance is from what the ledger explains, in credits: negative when more is gone
   * than was charged, positive when there is more than there should be, as after a top-up.
   */
  BigDecimal drift() {
    BigDecimal explained = previous.subtract(charged);
    BigDecimal most = explained.add(previousInFlight);
    BigDecimal least = explained.subtract(inFlight);
    if (current.compareTo(most) > 0) {
      return current.subtract(most);
    }
    return current.compareTo(least) < 0 ? current.subtract(least) : BigDecimal.ZERO;
  }

  /** Whether the drift is more than rounding. */
  boolean drifts() {
    return Tolerance.exceeded(drift(), charged);
  }
}
