package dev.genhub.app;

/** The hub cannot start; the message is one line for the operator. */
public final class StartException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartException(String message, Throwable cause) {
    super(message, cause);
  }
}
