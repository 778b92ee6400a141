package dev.genhub.spi;

/** What became of the wish to call a task off. */
public enum CancelOutcome {
  /** The provider stops the task, or it had ended already. */
  DONE,
  /** The provider does not stop this task. */
  REFUSED,
  /** The provider could not be asked this time; the hub asks again a few times. */
  UNAVAILABLE
}
