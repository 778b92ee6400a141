package dev.genhub.engine.dispatch;

import java.util.UUID;

/**
 * The work is not this node's to send any more: another one has it, or this one is stopping. It is
 * dropped without having been sent.
 */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(UUID generation) {
    super("generation " + generation + " is not this node's to send any more", null, false, false);
  }
}
