package dev.genhub.simulator.kie;

import dev.genhub.simulator.task.Snapshot;

/**
 * Why a task failed. 400 is the code for content that is turned down, 500 for everything else
 * (docs.kie.ai, error codes of records and callbacks).
 */
public record KieFailure(int code, String message) {

  /** The reason of a task that failed. */
  public static KieFailure of(Snapshot task) {
    return task.contentRejected()
        ? new KieFailure(400, "Your prompt was flagged as violating content policies.")
        : new KieFailure(500, "generation failed, please try again later");
  }
}
