package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.HttpCall;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the adapter how the task of a lost submit is found at the provider. */
public final class DescribeLookup {

  private static final Logger LOG = LoggerFactory.getLogger(DescribeLookup.class);

  private final SubmittedRequests requests;
  private final AdapterCalls adapters;
  private final Function<ClaimedGeneration, URI> callbackAddress;
  private final Clock clock;

  /**
   * @param callbackAddress the same as for the submit, by which the task may be found
   */
  public DescribeLookup(
      SubmittedRequests requests,
      AdapterCalls adapters,
      Function<ClaimedGeneration, URI> callbackAddress,
      Clock clock) {
    this.requests = requests;
    this.adapters = adapters;
    this.callbackAddress = callbackAddress;
    this.clock = clock;
  }

  /** The call, or null when the provider has no such search or its plugin is not there. */
  public OutboundCall describe(UnknownStore.Lost lost) {
    ClaimedGeneration work = lost.generation();
    try {
      Optional<HttpCall> call =
          adapters.ask(
              work,
              "describe a search",
              adapter -> adapter.lookup().map(it -> it.describe(requests.of(work), context(work))));
      return call.map(it -> new OutboundCall(it, Optional.of(work.keyVersionId()))).orElse(null);
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      return null;
    }
  }

  private CallContext context(ClaimedGeneration work) {
    return new CallContext(
        clock.instant(), work.id().toString(), Optional.of(callbackAddress.apply(work)));
  }
}
