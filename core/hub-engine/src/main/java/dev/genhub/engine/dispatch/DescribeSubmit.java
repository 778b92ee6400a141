package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Asks the adapter how the task is asked for. */
public final class DescribeSubmit {

  private final SubmittedRequests requests;
  private final AdapterCalls adapters;
  private final Function<ClaimedGeneration, URI> callbackAddress;
  private final Clock clock;

  /**
   * @param callbackAddress where a generation's provider may report
   */
  public DescribeSubmit(
      SubmittedRequests requests,
      AdapterCalls adapters,
      Function<ClaimedGeneration, URI> callbackAddress,
      Clock clock) {
    this.requests = requests;
    this.adapters = adapters;
    this.callbackAddress = callbackAddress;
    this.clock = clock;
  }

  /**
   * Describes the call.
   *
   * @throws AdapterDefectException if the plugin cannot; nothing was sent
   */
  public OutboundCall describe(ClaimedGeneration work) {
    GenerationRequest request = requests.of(work);
    CallContext context =
        new CallContext(
            clock.instant(), work.id().toString(), Optional.of(callbackAddress.apply(work)));
    HttpCall call =
        adapters.ask(
            work, "describe a submit", adapter -> adapter.submit().describe(request, context));
    return new OutboundCall(call, Optional.of(work.keyVersionId()));
  }
}
