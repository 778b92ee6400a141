package dev.genhub.simulator.fault;

/** How a task ends. */
public enum Ending {
  /** With its results. */
  SUCCESS,
  /** Without, for no reason of the user's. */
  FAILURE,
  /** Without, because of what the prompt asks for. */
  CONTENT_REJECTED,
  /** It is at work for ever. */
  NEVER,
  /** Its state is a word that no documentation knows. */
  UNKNOWN_STATE
}
