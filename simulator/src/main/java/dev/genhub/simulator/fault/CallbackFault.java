package dev.genhub.simulator.fault;

/** What goes wrong with a task's callbacks. */
public enum CallbackFault {
  /** None is sent. */
  LOST,
  /** The last one comes twice. */
  DUPLICATE,
  /** The task ends at once, and the last one comes before the answer to the submit. */
  EARLY,
  /** It says success half-way, while the record still says otherwise; there is no later one. */
  HASTY,
  /** The last one comes before those that should precede it; where there are such. */
  OUT_OF_ORDER,
  /** Half-way one comes that nobody authorised: it says success, with results of its own. */
  FORGED,
  /** The same, without a signature even when the simulator signs. */
  FORGED_UNSIGNED
}
