package dev.genhub.engine.call;

import java.io.IOException;

/** A stored key cannot be opened, so the call did not leave. The message never holds a key. */
public final class KeyUnavailableException extends IOException {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public KeyUnavailableException(String why) {
    super(why);
  }
}
