package dev.genhub.simulator.fault;

/** In which form a refusal comes. */
public enum Manner {
  /** As the dialect says it. */
  USUAL,
  /** As a real HTTP status; from 500 on with the page of a gateway that explains nothing. */
  HTTP,
  /** With HTTP 200 and the code in the body. */
  BODY
}
