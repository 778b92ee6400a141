package dev.genhub.engine.content;

/** A result that came inside a reply is no file; looking again would not change it. */
public final class UnreadableResultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableResultException(String why) {
    super(why, null, false, false);
  }
}
