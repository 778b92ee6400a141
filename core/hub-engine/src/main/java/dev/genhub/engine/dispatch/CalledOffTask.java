package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.TaskRef;

/** The task behind a cancelled generation, as adapters know it. */
final class CalledOffTask {
  private CalledOffTask() {}

  static TaskRef of(ClaimedGeneration work) {
    return new TaskRef(work.taskId().orElseThrow(), work.model(), work.taskType());
  }
}
