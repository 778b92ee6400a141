package dev.genhub.engine.polling;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.polling.FollowStore.Answer;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.TaskStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the generation on, by what its provider says: looks again later, or settles. */
public final class RecordTaskStatus {

  private static final Logger LOG = LoggerFactory.getLogger(RecordTaskStatus.class);

  /** With the usual schedule that is more than a minute of nothing but nonsense. */
  private static final int MOST_UNREADABLE = 8;

  private final BatchWriter<FollowStore.Look, Void> looks;
  private final BatchWriter<Settlement, Boolean> settlements;
  private final PollTimes times;
  private final Clock clock;

  /** Records looks and settlements, each many in one commit. */
  public RecordTaskStatus(
      BatchWriter<FollowStore.Look, Void> looks,
      BatchWriter<Settlement, Boolean> settlements,
      PollTimes times,
      Clock clock) {
    this.looks = looks;
    this.settlements = settlements;
    this.times = times;
    this.clock = clock;
  }

  /** Waits until the change is committed. */
  public void record(@Body TaskStatus status, @Variable("work") ClaimedGeneration work) {
    status.match(
        running -> lookAgain(work, running.progress().orElse(0), Answer.STATUS, Optional.empty()),
        succeeded ->
            settle(
                new Settlement.Completed(
                    work.id(),
                    Optional.empty(),
                    succeeded.artifacts(),
                    succeeded.creditsCharged())),
        failed -> settle(new Settlement.Failed(work.id(), failed.failure())),
        unavailable -> lookAgain(work, 0, Answer.NOTHING, unavailable.failure().retryAfter()),
        unrecognised -> unrecognised(work, unrecognised.what()));
  }

  private Void unrecognised(ClaimedGeneration work, String what) {
    LOG.warn(
        "generation={} provider={} operation=status unreadable={} times={}",
        work.id(),
        work.provider(),
        what,
        work.unreadable() + 1);
    if (work.unreadable() + 1 >= MOST_UNREADABLE) {
      return giveUp(
          work, FailureKind.UNREADABLE_REPLY, "the provider's answers stayed unreadable: " + what);
    }
    return lookAgain(work, 0, Answer.UNREADABLE, Optional.empty());
  }

  private Void lookAgain(
      ClaimedGeneration work, int progress, Answer answer, Optional<Duration> asked) {
    Instant now = clock.instant();
    Duration timeout = times.timeout(work);
    Instant end = work.startedAt().orElse(work.createdAt()).plus(timeout);
    if (!now.isBefore(end)) {
      return giveUp(work, FailureKind.TIMED_OUT, "not finished " + timeout + " after the submit");
    }
    Instant next = now.plus(waitAfter(work, asked));
    // the last look is at the end, however long the provider asks to wait
    Instant bounded = next.isAfter(end) ? end : next;
    int shown = Math.max(0, Math.min(99, progress));
    return looks.write(new FollowStore.Look(work.id(), bounded, shown, answer)).join();
  }

  /** As the schedule says, longer where the provider asks for it. */
  private Duration waitAfter(ClaimedGeneration work, Optional<Duration> asked) {
    Duration own = times.next(work);
    return asked.filter(wait -> wait.compareTo(own) > 0).orElse(own);
  }

  /** The provider took the task and may have been paid for it, so the user is charged. */
  private Void giveUp(ClaimedGeneration work, FailureKind kind, String message) {
    return settle(
        new Settlement.Failed(work.id(), new Failure(kind, "", message, Optional.empty(), true)));
  }

  private Void settle(Settlement settlement) {
    settlements.write(settlement).join();
    return null;
  }
}
