package dev.genhub.engine.plugin;

/** A plugin answered with more than anything sensible holds; the message says of what. */
final class ResultTooLargeException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResultTooLargeException(String what, long size, long most) {
    super(
        "its answer has " + what + " of " + size + ", " + most + " is the most",
        null,
        false,
        false);
  }
}
