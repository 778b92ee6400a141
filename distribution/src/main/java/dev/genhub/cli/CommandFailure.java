package dev.genhub.cli;

/** A command cannot do what it was asked for; the message is one line for people. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CommandFailure(String message) {
    super(message, null, false, false);
  }
}
