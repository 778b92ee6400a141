package dev.genhub.cli;

/** A command cannot do what it was asked for; the message is one line for people. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what is wrong. */
  public CommandFailure(String message) {
    super(message, null, false, false);
  }
}
