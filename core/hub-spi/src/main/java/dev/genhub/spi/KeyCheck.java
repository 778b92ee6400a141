package dev.genhub.spi;

/** Tests a user's key without spending anything. */
public interface KeyCheck {

  /** Describes the call. */
  HttpCall describe(CallContext context);

  /** Reads the reply, of any status and content. */
  KeyReport interpret(HttpReply reply);
}
