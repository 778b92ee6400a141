package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.HttpCall;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Variable;

/** Asks the adapter how a task is called off. */
public final class DescribeCallOff {

  private final AdapterCalls adapters;
  private final Clock clock;

  /** Asks the adapters of the catalogue. */
  public DescribeCallOff(AdapterCalls adapters, Clock clock) {
    this.adapters = adapters;
    this.clock = clock;
  }

  /**
   * Describes the call.
   *
   * @throws AdapterDefectException if the plugin cannot
   */
  public OutboundCall describe(@Variable("work") ClaimedGeneration work) {
    CallContext context = new CallContext(clock.instant(), work.id().toString(), Optional.empty());
    HttpCall call =
        adapters.ask(
            work,
            "describe how a task is called off",
            adapter -> adapter.cancel().orElseThrow().describe(CalledOffTask.of(work), context));
    return new OutboundCall(call, Optional.of(work.keyVersionId()));
  }
}
