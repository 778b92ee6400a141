package dev.genhub.engine.polling;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.TaskStatus;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Believes a callback whose provider signs the body, instead of reading the status. What cannot be
 * read off it is left to a look.
 */
public final class TakeDecisiveCallback {

  private static final Logger LOG = LoggerFactory.getLogger(TakeDecisiveCallback.class);

  private final CallbackStore callbacks;
  private final AdapterCalls adapters;

  /** Reads stored callbacks with the adapters of the catalogue. */
  public TakeDecisiveCallback(CallbackStore callbacks, AdapterCalls adapters) {
    this.callbacks = callbacks;
    this.adapters = adapters;
  }

  /**
   * What the provider says: the end of the task if one of the callbacks tells it, as they may come
   * out of order, or else what the newest says; null when there is nothing to go by.
   */
  public TaskStatus take(ClaimedGeneration work) {
    try {
      return adapters
          .ask(work, "read a callback", adapter -> said(work, adapter.callbacks()))
          .orElse(null);
    } catch (AdapterDefectException defect) {
      LOG.error("generation={} provider={} {}", work.id(), work.provider(), defect.getMessage());
      return null;
    }
  }

  private Optional<TaskStatus> said(ClaimedGeneration work, Optional<CallbackReader> reader) {
    return reader.filter(CallbackReader::bodyIsSigned).flatMap(it -> newest(work, it));
  }

  /** A signed callback about another task says nothing about this one. */
  private Optional<TaskStatus> newest(ClaimedGeneration work, CallbackReader reader) {
    List<TaskStatus> said =
        callbacks.takeDecisive(work.id()).stream()
            .filter(callback -> reader.taskId(callback).equals(work.taskId()))
            .map(reader::read)
            .filter(status -> !(status instanceof TaskStatus.Unrecognised))
            .toList();
    return said.stream()
        .filter(TakeDecisiveCallback::ends)
        .findFirst()
        .or(() -> said.stream().findFirst());
  }

  private static boolean ends(TaskStatus status) {
    return status instanceof TaskStatus.Succeeded || status instanceof TaskStatus.Failed;
  }
}
