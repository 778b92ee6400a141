package dev.genhub.simulator.family;

import java.util.List;

/**
 * A moment at which a task calls back.
 *
 * @param word the family's word for it
 * @param share how much of the task's duration has passed by then, from 0 to 1
 */
public record CallbackStage(String word, double share) {

  /** The end. */
  public static final CallbackStage COMPLETE = new CallbackStage("complete", 1);

  /** The stages of a family that calls back at the end only. */
  public static final List<CallbackStage> ONLY_COMPLETE = List.of(COMPLETE);
}
