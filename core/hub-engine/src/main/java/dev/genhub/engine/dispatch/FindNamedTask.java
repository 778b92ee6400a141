package dev.genhub.engine.dispatch;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.LookupOutcome;
import java.util.Optional;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the name of a lost submit's task off the callbacks that came to its address. */
public final class FindNamedTask {

  private static final Logger LOG = LoggerFactory.getLogger(FindNamedTask.class);

  private final CallbackStore callbacks;
  private final AdapterCalls adapters;

  /** Reads stored callbacks with the adapters of the catalogue. */
  public FindNamedTask(CallbackStore callbacks, AdapterCalls adapters) {
    this.callbacks = callbacks;
    this.adapters = adapters;
  }

  /** The task, or null when no callback names one. */
  public LookupOutcome find(@Variable("work") ClaimedGeneration work) {
    return callbacks.of(work.id()).stream()
        .flatMap(callback -> taskId(work, callback).stream())
        .findFirst()
        .<LookupOutcome>map(LookupOutcome.Found::new)
        .orElse(null);
  }

  private Optional<String> taskId(ClaimedGeneration work, CallbackRequest callback) {
    try {
      return adapters.ask(
          work.plugin(),
          "read a callback's task id",
          adapter -> adapter.callbacks().flatMap(reader -> reader.taskId(callback)));
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      return Optional.empty();
    }
  }
}
