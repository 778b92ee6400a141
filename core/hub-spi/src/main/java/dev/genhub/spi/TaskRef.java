package dev.genhub.spi;

import java.util.Objects;

/**
 * A task at the provider.
 *
 * @param taskId what {@link SubmitOutcome.Accepted} or a callback said; opaque to the hub
 * @param model id of the adapter's model that it was submitted for
 * @param taskType the kind of task
 */
public record TaskRef(String taskId, String model, String taskType) {

  public TaskRef {
    Objects.requireNonNull(taskId, "taskId");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(taskType, "taskType");
  }
}
