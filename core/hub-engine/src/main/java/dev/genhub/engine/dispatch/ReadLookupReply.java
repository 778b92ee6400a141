package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.LookupOutcome;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Says what the search for a lost submit's task found. */
public final class ReadLookupReply {

  private final AdapterCalls adapters;
  private final DescribeSubmit submits;

  /** Reads with the adapters of the catalogue. */
  public ReadLookupReply(AdapterCalls adapters, DescribeSubmit submits) {
    this.adapters = adapters;
    this.submits = submits;
  }

  /** Reads the outcome; never throws. */
  public LookupOutcome read(@Body CallResult result, @Variable("work") ClaimedGeneration work) {
    return result.match(
        reply -> interpret(reply, work),
        notSent -> new LookupOutcome.Unclear(notSent.message()),
        LookupOutcome.Unclear::new);
  }

  private LookupOutcome interpret(HttpReply reply, ClaimedGeneration work) {
    try {
      return adapters.ask(
          work.plugin(),
          "read a look-up's reply",
          adapter -> adapter.lookup().orElseThrow().interpret(submits.request(work), reply));
    } catch (AdapterDefectException defect) {
      return new LookupOutcome.Unclear(defect.getMessage());
    }
  }
}
