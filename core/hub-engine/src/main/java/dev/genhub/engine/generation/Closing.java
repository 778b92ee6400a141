package dev.genhub.engine.generation;

import dev.genhub.engine.money.Booking;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a settlement does to the row.
 *
 * @param from the phases that it ends; in any other the row stays as it is
 * @param chargedUnsent whether a generation that was surely not sent is charged
 * @param chargedSent whether one that may have been sent is charged
 * @param settlesMoney whether the reservation ends; it stays while nobody knows
 */
record Closing(
    List<Phase> from,
    String status,
    Optional<Failure> failure,
    Optional<String> taskId,
    boolean chargedUnsent,
    boolean chargedSent,
    Optional<BigDecimal> creditsCharged,
    boolean settlesMoney) {

  private static final List<Phase> UNSENT = List.of(Phase.QUEUED, Phase.CLAIMED);
  private static final List<Phase> SENT = List.of(Phase.SUBMITTING, Phase.UNKNOWN, Phase.FOLLOWING);
  private static final List<Phase> ANY =
      List.of(Phase.QUEUED, Phase.CLAIMED, Phase.SUBMITTING, Phase.UNKNOWN, Phase.FOLLOWING);

  private static final String CANCELLED = "cancelled";

  private static final BigDecimal MOST_CREDITS = BigDecimal.valueOf(1_000_000_000);

  private static final Failure NEVER_KNOWN =
      Failure.uncharged(
          FailureKind.SUBMISSION_OUTCOME_UNKNOWN,
          "",
          "it never became known whether the provider took the task");

  static Closing of(Settlement settlement) {
    if (settlement instanceof Settlement.Completed completed) {
      return new Closing(
          SENT,
          "completed",
          Optional.empty(),
          completed.taskId(),
          true,
          true,
          completed.creditsCharged().filter(Closing::isCredible),
          true);
    }
    if (settlement instanceof Settlement.Failed failed) {
      return ended(SENT, "failed", Optional.of(failed.failure()), failed.failure().charged(), true);
    }
    if (settlement instanceof Settlement.NeverSent unsent) {
      return ended(UNSENT, "failed", Optional.of(unsent.failure()), false, true);
    }
    if (settlement instanceof Settlement.OutcomeUnknown) {
      return ended(List.of(Phase.UNKNOWN), "failed", Optional.of(NEVER_KNOWN), false, false);
    }
    return ended(ANY, CANCELLED, Optional.empty(), true, true);
  }

  private static Closing ended(
      List<Phase> from,
      String status,
      Optional<Failure> failure,
      boolean chargedSent,
      boolean settlesMoney) {
    return new Closing(
        from,
        status,
        failure,
        Optional.empty(),
        false,
        chargedSent,
        Optional.empty(),
        settlesMoney);
  }

  /** A figure that is no price must not stop the settlement; the quote is charged then. */
  private static boolean isCredible(BigDecimal credits) {
    return credits.signum() >= 0 && credits.compareTo(MOST_CREDITS) < 0;
  }

  /**
   * Whether it can have come to this. That nobody knows may also turn out when it is to be sent
   * again after a lost answer, and cannot be.
   */
  boolean ends(OpenGeneration open) {
    return from.contains(open.phase())
        || !settlesMoney && open.maybeTaken() && open.phase().surelyUnsent();
  }

  /** How the reservation ends; empty while it stays. */
  Optional<Booking> booking(OpenGeneration open) {
    if (!settlesMoney) {
      return Optional.empty();
    }
    boolean charged = open.surelyUnsent() ? chargedUnsent : chargedSent;
    return Optional.of(charged ? open.charge(creditsCharged) : open.release());
  }

  /** Whether the provider may be working on what nobody waits for. */
  boolean callsOff(OpenGeneration open) {
    return status.equals(CANCELLED) && !open.surelyUnsent();
  }
}
