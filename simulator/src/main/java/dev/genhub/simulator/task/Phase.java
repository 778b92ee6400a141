package dev.genhub.simulator.task;

/** Where a task stands. Each family has its own words for these. */
public enum Phase {
  /** Taken, not begun. */
  QUEUED,
  /** At work. */
  RUNNING,
  /** Its results are there. */
  SUCCEEDED,
  /** It ended without results. */
  FAILED,
  /** A state that no documentation knows. */
  UNKNOWN
}
