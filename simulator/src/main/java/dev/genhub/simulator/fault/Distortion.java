package dev.genhub.simulator.fault;

/** How an answer fails to arrive as it was meant. */
public enum Distortion {
  /** The connection ends without an answer. */
  LOST,
  /** HTML where JSON is expected. */
  MALFORMED,
  /** A complete answer whose JSON ends half-way. */
  TRUNCATED,
  /** The connection ends after half of the promised bytes. */
  CUT
}
