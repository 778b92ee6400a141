package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.HttpCall;
import java.util.Optional;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the adapter how the task of a lost submit is found at the provider. */
public final class DescribeLookup {

  private static final Logger LOG = LoggerFactory.getLogger(DescribeLookup.class);

  private final AdapterCalls adapters;
  private final DescribeSubmit submits;

  /** Describes the search by what the submit carried. */
  public DescribeLookup(AdapterCalls adapters, DescribeSubmit submits) {
    this.adapters = adapters;
    this.submits = submits;
  }

  /** The call, or null when the provider has no such search or its plugin is not there. */
  public OutboundCall describe(@Variable("work") ClaimedGeneration work) {
    try {
      Optional<HttpCall> call =
          adapters.ask(
              work.plugin(),
              "describe a look-up",
              adapter ->
                  adapter
                      .lookup()
                      .map(it -> it.describe(submits.request(work), submits.context(work))));
      return call.map(it -> new OutboundCall(it, Optional.of(work.keyVersionId()))).orElse(null);
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      return null;
    }
  }
}
