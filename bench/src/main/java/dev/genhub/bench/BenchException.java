package dev.genhub.bench;

/** A bench cannot be run to its end; the message is one line for people. */
public final class BenchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Says what was in the way. */
  public BenchException(String message) {
    super(message);
  }

  /** Says what was in the way, and how it came. */
  public BenchException(String message, Throwable cause) {
    super(message, cause);
  }
}
