package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import org.apache.camel.ExchangeException;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Settles a generation that its plugin could not describe. Nothing was sent, nothing is charged;
 * but where an earlier submit was never answered, the money stays reserved.
 */
public final class FailUndescribed {

  private static final Logger LOG = LoggerFactory.getLogger(FailUndescribed.class);

  private final BatchWriter<Settlement, Boolean> settlements;

  /** Settles through the settlements. */
  public FailUndescribed(BatchWriter<Settlement, Boolean> settlements) {
    this.settlements = settlements;
  }

  /** Waits until the failure is committed. */
  public void fail(
      @ExchangeException AdapterDefectException defect, @Variable("work") ClaimedGeneration work) {
    LOG.error("generation={} provider={} plugin defect", work.id(), work.provider(), defect);
    settlements.write(end(defect, work)).join();
  }

  private static Settlement end(AdapterDefectException defect, ClaimedGeneration work) {
    return work.maybeTaken()
        ? new Settlement.OutcomeUnknown(work.id())
        : new Settlement.Failed(
            work.id(), Failure.uncharged(FailureKind.PROVIDER_ERROR, "", defect.getMessage()));
  }
}
