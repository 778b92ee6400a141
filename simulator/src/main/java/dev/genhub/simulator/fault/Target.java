package dev.genhub.simulator.fault;

/** Whose answer a fault is about. */
public enum Target {
  /** The answer to a submit. */
  ANSWER,
  /** The answer to a read of a task's state. */
  STATUS,
  /** A file of a result. */
  FILE
}
