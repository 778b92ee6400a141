package dev.genhub.engine.polling;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.TaskRef;

/** The task behind a generation that is followed, as adapters know it. */
final class FollowedTask {
  private FollowedTask() {}

  static TaskRef of(ClaimedGeneration work) {
    return new TaskRef(work.taskId().orElseThrow(), work.model(), work.taskType());
  }
}
