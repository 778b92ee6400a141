package dev.genhub.engine.dispatch;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.CallbackRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out about a lost submit: adopts the task that a callback names, or settles when the time is
 * up. It never sends again.
 */
public final class ResolveUnknown {

  private static final Logger LOG = LoggerFactory.getLogger(ResolveUnknown.class);

  private final CallbackStore callbacks;
  private final AdapterCalls adapters;
  private final DispatchStore dispatch;
  private final UnknownStore unknown;
  private final BatchWriter<Settlement, Boolean> settlements;
  private final Clock clock;

  /** Reads stored callbacks with the adapters of the catalogue. */
  public ResolveUnknown(
      CallbackStore callbacks,
      AdapterCalls adapters,
      DispatchStore dispatch,
      UnknownStore unknown,
      BatchWriter<Settlement, Boolean> settlements,
      Clock clock) {
    this.callbacks = callbacks;
    this.adapters = adapters;
    this.dispatch = dispatch;
    this.unknown = unknown;
    this.settlements = settlements;
    this.clock = clock;
  }

  /** Waits until the change is committed. */
  public void resolve(UnknownStore.Lost lost) {
    ClaimedGeneration work = lost.generation();
    Instant now = clock.instant();
    Optional<String> named =
        callbacks.of(work.id()).stream().flatMap(it -> taskId(work, it).stream()).findFirst();
    if (named.isPresent()) {
      LOG.info("generation={} provider={} adopted its task", work.id(), work.provider());
      dispatch.follow(work.id(), named.get(), Duration.ZERO);
    } else if (now.isBefore(lost.giveUpAt())) {
      unknown.waitOn(work.id(), now);
    } else {
      LOG.warn("generation={} provider={} outcome stays unknown", work.id(), work.provider());
      settlements.write(new Settlement.OutcomeUnknown(work.id())).join();
    }
  }

  private Optional<String> taskId(ClaimedGeneration work, CallbackRequest callback) {
    return adapters.ask(
        work.plugin(),
        "read a callback's task id",
        adapter -> adapter.callbacks().flatMap(reader -> reader.taskId(callback)));
  }
}
