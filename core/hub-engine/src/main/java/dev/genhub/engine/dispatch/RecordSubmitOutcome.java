package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.metrics.HubMeters;
import dev.genhub.engine.polling.PollTimes;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.Resend;
import dev.genhub.spi.SubmitOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the generation on, by what became of its submit. */
public final class RecordSubmitOutcome {

  private static final Logger LOG = LoggerFactory.getLogger(RecordSubmitOutcome.class);

  private final DispatchStore store;
  private final BatchWriter<TakenTask, Boolean> taken;
  private final BatchWriter<Settlement, Boolean> settlements;
  private final DispatchPolicy policy;
  private final PollTimes pollTimes;
  private final Clock clock;
  private final HubMeters meters;

  /** Records through the store and the writers, each of which shares its commits. */
  public RecordSubmitOutcome(
      DispatchStore store,
      BatchWriter<TakenTask, Boolean> taken,
      BatchWriter<Settlement, Boolean> settlements,
      DispatchPolicy policy,
      PollTimes pollTimes,
      Clock clock,
      HubMeters meters) {
    this.store = store;
    this.taken = taken;
    this.settlements = settlements;
    this.policy = policy;
    this.pollTimes = pollTimes;
    this.clock = clock;
    this.meters = meters;
  }

  /** Waits until the outcome is committed. */
  public void record(
      @Body SubmitOutcome outcome,
      @Variable("work") ClaimedGeneration work,
      @Variable("call") OutboundCall call) {
    meters.submitted(work.plugin(), outcome);
    boolean recorded =
        outcome.match(
            accepted -> follow(work, accepted.taskId()),
            finished -> settle(completed(work, finished)),
            rejected -> rejected(work, rejected.failure()),
            unclear -> unclear(work, call, unclear.detail()));
    if (!recorded) {
      LOG.warn(
          "generation={} provider={} outcome={} was not recorded, it has moved on meanwhile",
          work.id(),
          work.provider(),
          outcome.getClass().getSimpleName());
    }
  }

  /** A generation that was cancelled meanwhile keeps the name, by which its task is called off. */
  private boolean follow(ClaimedGeneration work, String taskId) {
    return taken.write(new TakenTask(work.id(), taskId, pollTimes.first(work))).join()
        || store.nameCancelled(work.id(), taskId)
        || lose(work, "the provider took it under a name that cannot be its own");
  }

  private static Settlement completed(ClaimedGeneration work, SubmitOutcome.Finished finished) {
    return new Settlement.Completed(
        work.id(),
        Optional.of(finished.taskId()),
        finished.result().artifacts(),
        finished.result().creditsCharged());
  }

  private boolean rejected(ClaimedGeneration work, Failure failure) {
    Optional<Duration> wait =
        failure.kind().retryable()
            ? policy.retry(work, failure.retryAfter(), clock.instant())
            : Optional.empty();
    LOG.info(
        "generation={} provider={} operation=submit attempt={} failureKind={} again={}",
        work.id(),
        work.provider(),
        work.attempts(),
        failure.kind().code(),
        wait);
    if (failure.kind() == FailureKind.RATE_LIMITED) {
      store.pauseAccount(work.keyId(), wait.orElseGet(() -> policy.backoff(work.attempts())));
    }
    if (wait.isPresent()) {
      return store.requeue(work, wait);
    }
    // what refuses this submit may have taken an earlier one, whose answer was lost
    return work.maybeTaken()
        ? lose(work, "refused after a lost answer: " + failure.message())
        : settle(new Settlement.Failed(work.id(), failure));
  }

  private boolean unclear(ClaimedGeneration work, OutboundCall call, String detail) {
    Optional<Duration> wait =
        call.call().resend() == Resend.SAFE
            ? policy.retry(work, Optional.empty(), clock.instant())
            : Optional.empty();
    return wait.isPresent() ? store.resend(work, wait.get()) : lose(work, detail);
  }

  private boolean lose(ClaimedGeneration work, String detail) {
    LOG.warn(
        "generation={} provider={} operation=submit outcome=unknown detail={}",
        work.id(),
        work.provider(),
        detail);
    return store.lose(work.id());
  }

  private boolean settle(Settlement settlement) {
    return settlements.write(settlement).join();
  }
}
