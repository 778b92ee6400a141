package dev.genhub.engine.dispatch;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.CatalogueModel;
import dev.genhub.engine.catalogue.SpiJson;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ParentReads;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ParentTask;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/** Asks the adapter how the task is asked for. */
public final class DescribeSubmit {

  private final Catalogue catalogue;
  private final AdapterCalls adapters;
  private final ParentReads parents;
  private final Function<ClaimedGeneration, URI> callbackAddress;
  private final Clock clock;

  /**
   * @param callbackAddress where a generation's provider may report
   */
  public DescribeSubmit(
      Catalogue catalogue,
      AdapterCalls adapters,
      ParentReads parents,
      Function<ClaimedGeneration, URI> callbackAddress,
      Clock clock) {
    this.catalogue = catalogue;
    this.adapters = adapters;
    this.parents = parents;
    this.callbackAddress = callbackAddress;
    this.clock = clock;
  }

  /**
   * Describes the call.
   *
   * @throws AdapterDefectException if the plugin cannot; nothing was sent
   */
  public OutboundCall describe(ClaimedGeneration work) {
    GenerationRequest request = request(work);
    CallContext context = context(work);
    HttpCall call =
        adapters.ask(
            work.plugin(),
            "describe a submit",
            adapter -> adapter.submit().describe(request, context));
    return new OutboundCall(call, Optional.of(work.keyVersionId()));
  }

  /** What the hub adds; the same key and callback address at every description. */
  CallContext context(ClaimedGeneration work) {
    return new CallContext(
        clock.instant(), work.id().toString(), Optional.of(callbackAddress.apply(work)));
  }

  /** The request as it was checked at intake. */
  GenerationRequest request(ClaimedGeneration work) {
    CatalogueModel model =
        catalogue
            .served(work.provider(), work.model())
            .orElseThrow(
                () ->
                    new AdapterDefectException(
                        work.plugin(), "serve model '" + work.model() + "'", null));
    return new GenerationRequest(
        work.model(),
        work.taskType(),
        work.prompt(),
        model.schema().withDefaults(SpiJson.from(work.parameters())),
        parent(work));
  }

  private Optional<ParentTask> parent(ClaimedGeneration work) {
    return work.parentId()
        .flatMap(id -> parents.find(work.userId(), id))
        .flatMap(ParentReads.Parent::task);
  }
}
