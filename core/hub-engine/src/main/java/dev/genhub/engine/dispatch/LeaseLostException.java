package dev.genhub.engine.dispatch;

import java.util.UUID;

/** The work is another node's by now; this one drops it without having sent anything. */
public final class LeaseLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLostException(UUID generation) {
    super("the lease of generation " + generation + " is lost", null, false, false);
  }
}
