package dev.genhub.engine.dispatch;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.LookupOutcome;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out about a lost submit: adopts the task that a callback names or a search has found, or
 * settles when the time is up. It never sends again.
 */
public final class ResolveUnknown {

  private static final Logger LOG = LoggerFactory.getLogger(ResolveUnknown.class);

  private static final Failure NEVER_TAKEN =
      Failure.uncharged(
          FailureKind.PROVIDER_UNAVAILABLE,
          "",
          "the provider's answer was lost, and its books show that it took no task");

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
    List<CallbackRequest> called = callbacks.of(work.id());
    boolean adopted =
        Stream.concat(
                called.stream().flatMap(callback -> taskId(work, callback).stream()),
                lost.found().stream().flatMap(ResolveUnknown::taskId))
            .distinct()
            .anyMatch(taskId -> dispatch.follow(work.id(), taskId, Duration.ZERO));
    if (adopted) {
      LOG.info("generation={} provider={} adopted its task", work.id(), work.provider());
    } else if (clock.instant().isBefore(lost.giveUpAt())) {
      unknown.waitOn(work.id(), called.size());
    } else {
      LOG.warn("generation={} provider={} outcome stays unknown", work.id(), work.provider());
      settlements.write(end(lost)).join();
    }
  }

  private static Stream<String> taskId(LookupOutcome found) {
    return found instanceof LookupOutcome.Found task ? Stream.of(task.taskId()) : Stream.empty();
  }

  /** A submit that has not appeared in the provider's books by now never will. */
  private static Settlement end(UnknownStore.Lost lost) {
    UUID id = lost.generation().id();
    boolean absent = lost.found().filter(LookupOutcome.Absent.class::isInstance).isPresent();
    return absent ? new Settlement.Failed(id, NEVER_TAKEN) : new Settlement.OutcomeUnknown(id);
  }

  private Optional<String> taskId(ClaimedGeneration work, CallbackRequest callback) {
    try {
      return adapters.ask(
          work,
          "read a callback's task id",
          adapter -> adapter.callbacks().flatMap(reader -> reader.taskId(callback)));
    } catch (AdapterDefectException defect) {
      // the end of patience comes all the same
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      return Optional.empty();
    }
  }
}
