package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.polling.RecordTaskStatus;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.TaskStatus;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a generation whose submit its plugin could not describe: nothing was sent, nothing is
 * charged. One whose task is with the provider already is looked at again, as after any answer that
 * makes no sense.
 */
public final class FailUndescribed {

  private static final Logger LOG = LoggerFactory.getLogger(FailUndescribed.class);

  private final BatchWriter<Settlement, Boolean> settlements;
  private final RecordTaskStatus statuses;

  /** Settles through the settlements; records failed looks with the statuses. */
  public FailUndescribed(BatchWriter<Settlement, Boolean> settlements, RecordTaskStatus statuses) {
    this.settlements = settlements;
    this.statuses = statuses;
  }

  /** Waits until the change is committed. */
  public void fail(
      @ExchangeException AdapterDefectException defect, @Variable("work") ClaimedGeneration work) {
    LOG.error("generation={} provider={} plugin defect", work.id(), work.provider(), defect);
    if (work.taskId().isPresent()) {
      statuses.record(new TaskStatus.Unrecognised(defect.getMessage()), work);
      return;
    }
    settlements.write(end(defect, work)).join();
  }

  /** The money stays reserved where an earlier submit was never answered. */
  private static Settlement end(AdapterDefectException defect, ClaimedGeneration work) {
    return work.maybeTaken()
        ? new Settlement.OutcomeUnknown(work.id())
        : new Settlement.NeverSent(
            work.id(), Failure.uncharged(FailureKind.PROVIDER_ERROR, "", defect.getMessage()));
  }
}
