package dev.genhub.simulator.callback;

import dev.genhub.simulator.family.CallbackStage;
import java.time.Instant;

/**
 * A callback to come.
 *
 * @param last whether the task has reported its end with it
 */
record PlannedCallback(Instant due, CallbackStage stage, Content content, boolean last) {

  /** What it says. */
  enum Content {
    /** How things are when it is due. */
    TRUE,
    /** Success, which has not come yet. */
    PREMATURE,
    /** Success, with results that are not the task's. */
    FORGED,
    /** The same, without a signature. */
    FORGED_UNSIGNED
  }
}
