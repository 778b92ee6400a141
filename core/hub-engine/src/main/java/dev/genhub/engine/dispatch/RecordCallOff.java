package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.HttpReply;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends the attempts to call a task off once its provider has answered for good. */
public final class RecordCallOff {

  private static final Logger LOG = LoggerFactory.getLogger(RecordCallOff.class);

  private final AdapterCalls adapters;
  private final CallOffStore store;

  /** Reads with the adapters of the catalogue. */
  public RecordCallOff(AdapterCalls adapters, CallOffStore store) {
    this.adapters = adapters;
    this.store = store;
  }

  /** Waits until the end is committed; an answer that says nothing is asked for again later. */
  public void record(@Body CallResult result, @Variable("work") ClaimedGeneration work) {
    CancelOutcome outcome =
        result.match(
            reply -> interpret(reply, work),
            notSent -> CancelOutcome.UNAVAILABLE,
            lost -> CancelOutcome.UNAVAILABLE);
    LOG.info(
        "generation={} provider={} operation=cancel outcome={}",
        work.id(),
        work.provider(),
        outcome);
    if (outcome != CancelOutcome.UNAVAILABLE) {
      store.done(work.id());
    }
  }

  private CancelOutcome interpret(HttpReply reply, ClaimedGeneration work) {
    try {
      return adapters.ask(
          work,
          "read what became of a call-off",
          adapter -> adapter.cancel().orElseThrow().interpret(CalledOffTask.of(work), reply));
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      return CancelOutcome.UNAVAILABLE;
    }
  }
}
