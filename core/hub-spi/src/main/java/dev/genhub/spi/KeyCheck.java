package dev.genhub.spi;

import java.util.Optional;
import java.util.function.Function;

/** Tests a user's key without spending anything. */
public interface KeyCheck {

  /** Describes the call. */
  HttpCall describe(CallContext context);

  /** Reads the reply, of any status and content. */
  KeyReport interpret(HttpReply reply);

  /**
   * A test that is a plain read.
   *
   * @param problem what a reply says against the key; empty when it works
   */
  static KeyCheck of(HttpCall call, Function<HttpReply, Optional<Failure>> problem) {
    return new KeyCheck() {
      @Override
      public HttpCall describe(CallContext context) {
        return call;
      }

      @Override
      public KeyReport interpret(HttpReply reply) {
        return new KeyReport(problem.apply(reply), Optional.empty());
      }
    };
  }
}
