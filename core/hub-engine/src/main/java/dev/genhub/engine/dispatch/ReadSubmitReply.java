package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says what became of the submit. When in doubt, it is unclear. */
public final class ReadSubmitReply {

  private static final Logger LOG = LoggerFactory.getLogger(ReadSubmitReply.class);

  private final AdapterCalls adapters;
  private final SubmittedRequests requests;

  /** Reads with the adapters of the catalogue. */
  public ReadSubmitReply(AdapterCalls adapters, SubmittedRequests requests) {
    this.adapters = adapters;
    this.requests = requests;
  }

  /** Reads the outcome; never throws, as the call has been made. */
  public SubmitOutcome read(@Body CallResult result, @Variable("work") ClaimedGeneration work) {
    return result.match(
        reply -> interpret(reply, work), SubmitOutcome.Rejected::new, SubmitOutcome.Unclear::new);
  }

  private SubmitOutcome interpret(HttpReply reply, ClaimedGeneration work) {
    try {
      return adapters.ask(
          work,
          "read a submit's reply",
          adapter -> adapter.submit().interpret(requests.of(work), reply));
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      LOG.debug("generation={}", work.id(), defect);
      return new SubmitOutcome.Unclear(defect.getMessage());
    }
  }
}
