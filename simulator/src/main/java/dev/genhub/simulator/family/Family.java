package dev.genhub.simulator.family;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;
import java.util.Optional;

/** A family of tasks in one dialect. Implementations have no state. */
public interface Family {

  /** Its name in the journal and at the control addresses, the same in all dialects. */
  String name();

  /** How its tasks are ordered. */
  List<Submission> submissions();

  /** What a submit answers about the task that it made, without the provider's envelope. */
  JsonNode accepted(Snapshot task);

  /** Where its tasks are read, with the parameter {@code taskId}. */
  String recordPath();

  /** What a read says about a task, without the provider's envelope. */
  JsonNode record(Snapshot task);

  /** What a read says when there is no such task; empty for a success without a record. */
  Optional<Refusal> unknownTask(String taskId);

  /** When its tasks call back, in order; the last is the end. */
  default List<CallbackStage> stages() {
    return CallbackStage.ONLY_COMPLETE;
  }

  /** Whether callbacks are signed by Standard Webhooks, body and all; otherwise as KIE.AI does. */
  default boolean signsByStandardWebhooks() {
    return false;
  }

  /** The whole body of a callback. */
  JsonNode callback(Snapshot task, CallbackStage stage);
}
