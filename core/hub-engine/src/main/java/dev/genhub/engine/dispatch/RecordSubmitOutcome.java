package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.polling.PollTimes;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Failure;
import dev.genhub.spi.SubmitOutcome;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the generation on, by what became of its submit. */
public final class RecordSubmitOutcome {

  private static final Logger LOG = LoggerFactory.getLogger(RecordSubmitOutcome.class);

  private final DispatchStore store;
  private final BatchWriter<Settlement, Boolean> settlements;
  private final DispatchPolicy policy;
  private final PollTimes pollTimes;

  /** Records through the store, settles through the settlements. */
  public RecordSubmitOutcome(
      DispatchStore store,
      BatchWriter<Settlement, Boolean> settlements,
      DispatchPolicy policy,
      PollTimes pollTimes) {
    this.store = store;
    this.settlements = settlements;
    this.policy = policy;
    this.pollTimes = pollTimes;
  }

  /** Waits until the outcome is committed. */
  public void record(@Body SubmitOutcome outcome, @Variable("work") ClaimedGeneration work) {
    boolean recorded =
        outcome.match(
            accepted -> accepted(work, accepted.taskId()),
            finished ->
                settle(
                    new Settlement.Completed(
                        work.id(),
                        Optional.of(finished.taskId()),
                        finished.result().artifacts(),
                        finished.result().creditsCharged())),
            rejected -> rejected(work, rejected.failure()),
            unclear -> unclear(work, unclear.detail()));
    if (!recorded) {
      LOG.warn(
          "generation={} provider={} outcome={} was not recorded, it has moved on meanwhile",
          work.id(),
          work.provider(),
          outcome.getClass().getSimpleName());
    }
  }

  private boolean accepted(ClaimedGeneration work, String taskId) {
    return store.follow(work.id(), taskId, pollTimes.first(work))
        || unclear(work, "the provider took it under a name that cannot be its own");
  }

  private boolean rejected(ClaimedGeneration work, Failure failure) {
    boolean again = failure.kind().retryable() && work.attempts() < policy.maxAttempts();
    LOG.info(
        "generation={} provider={} operation=submit attempt={} failureKind={} again={}",
        work.id(),
        work.provider(),
        work.attempts(),
        failure.kind().code(),
        again);
    return again
        ? store.requeue(work, failure.retryAfter())
        : settle(new Settlement.Failed(work.id(), failure));
  }

  private boolean unclear(ClaimedGeneration work, String detail) {
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
