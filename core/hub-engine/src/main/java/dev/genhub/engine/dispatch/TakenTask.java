package dev.genhub.engine.dispatch;

import java.time.Duration;
import java.util.Objects;
import java.util.UUID;

/**
 * A generation that its provider has taken.
 *
 * @param taskId the provider's name for it
 * @param firstLook how long to wait before the first look
 */
public record TakenTask(UUID id, String taskId, Duration firstLook) {

  public TakenTask {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(firstLook, "firstLook");
  }
}
