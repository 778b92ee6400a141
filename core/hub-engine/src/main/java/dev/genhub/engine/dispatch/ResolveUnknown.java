package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.LookupOutcome;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a lost submit to its end: adopts the task that was found, or settles when the time is up.
 * It never sends again.
 */
public final class ResolveUnknown {

  private static final Logger LOG = LoggerFactory.getLogger(ResolveUnknown.class);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final DispatchStore dispatch;
  private final UnknownStore unknown;
  private final BatchWriter<Settlement, Boolean> settlements;
  private final Clock clock;

  /** Moves generations on through the stores, settles through the settlements. */
  public ResolveUnknown(
      DispatchStore dispatch,
      UnknownStore unknown,
      BatchWriter<Settlement, Boolean> settlements,
      Clock clock) {
    this.dispatch = dispatch;
    this.unknown = unknown;
    this.settlements = settlements;
    this.clock = clock;
  }

  /**
   * Waits until the change is committed.
   *
   * @param found what a callback named or a search found; null when there is nothing to search with
   */
  public void resolve(@Body LookupOutcome found, @Variable("lost") UnknownStore.Lost lost) {
    ClaimedGeneration work = lost.generation();
    Instant now = clock.instant();
    if (found instanceof LookupOutcome.Found task) {
      LOG.info("generation={} provider={} adopted its task", work.id(), work.provider());
      dispatch.follow(work.id(), task.taskId(), Duration.ZERO);
    } else if (now.isBefore(lost.giveUpAt())) {
      unknown.waitOn(lost, found == null ? lost.giveUpAt() : now.plus(pause(work)));
    } else if (found instanceof LookupOutcome.Absent) {
      settlements.write(new Settlement.Failed(work.id(), neverArrived())).join();
    } else {
      LOG.warn("generation={} provider={} outcome stays unknown", work.id(), work.provider());
      settlements.write(new Settlement.OutcomeUnknown(work.id())).join();
    }
  }

  private static Failure neverArrived() {
    return Failure.uncharged(
        FailureKind.PROVIDER_UNAVAILABLE,
        "",
        "the provider's answer was lost, and its books show that it took no task");
  }

  private static Duration pause(ClaimedGeneration work) {
    double doubled = FIRST_WAIT.toMillis() * Math.pow(2, Math.min(work.polls(), 20));
    return Duration.ofMillis((long) Math.min(doubled, LONGEST_WAIT.toMillis()));
  }
}
