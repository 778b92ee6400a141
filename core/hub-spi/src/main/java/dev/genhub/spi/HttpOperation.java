package dev.genhub.spi;

import java.util.function.BiFunction;

/**
 * One conversation with a provider: describe the call, read the reply. The hub sends.
 *
 * @param <I> what the conversation is about
 * @param <O> what it yields
 */
public interface HttpOperation<I, O> {

  /**
   * Describes the call. Deterministic: equal arguments give equal calls.
   *
   * @return a call whose address lies under the configured base address; never holds a key
   */
  HttpCall describe(I input, CallContext context);

  /**
   * Reads a reply of any status, of any content, possibly empty, truncated or HTML. Must not throw
   * on what a provider might send.
   */
  O interpret(I input, HttpReply reply);

  /** A conversation of two functions. */
  static <I, O> HttpOperation<I, O> of(
      BiFunction<I, CallContext, HttpCall> describe, BiFunction<I, HttpReply, O> interpret) {
    return new HttpOperation<>() {
      @Override
      public HttpCall describe(I input, CallContext context) {
        return describe.apply(input, context);
      }

      @Override
      public O interpret(I input, HttpReply reply) {
        return interpret.apply(input, reply);
      }
    };
  }
}
