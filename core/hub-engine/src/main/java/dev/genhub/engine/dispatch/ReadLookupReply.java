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

  private final SubmittedRequests requests;
  private final AdapterCalls adapters;

  /** Reads with the adapters of the catalogue. */
  public ReadLookupReply(SubmittedRequests requests, AdapterCalls adapters) {
    this.requests = requests;
    this.adapters = adapters;
  }

  /** The lost submit with what was found; never throws. */
  public UnknownStore.Lost read(@Body CallResult result, @Variable("lost") UnknownStore.Lost lost) {
    return lost.with(
        result.match(
            reply -> interpret(reply, lost.generation()),
            notSent -> new LookupOutcome.Unclear(notSent.message()),
            LookupOutcome.Unclear::new));
  }

  private LookupOutcome interpret(HttpReply reply, ClaimedGeneration work) {
    try {
      return adapters.ask(
          work,
          "read the reply to a search",
          adapter -> adapter.lookup().orElseThrow().interpret(requests.of(work), reply));
    } catch (AdapterDefectException defect) {
      return new LookupOutcome.Unclear(defect.getMessage());
    }
  }
}
