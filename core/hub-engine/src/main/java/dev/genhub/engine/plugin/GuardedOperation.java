package dev.genhub.engine.plugin;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;

/**
 * An operation whose both halves run on the plugin's threads.
 *
 * @param name what it is called in the log
 */
record GuardedOperation<I, O>(String name, HttpOperation<I, O> operation, PluginThreads threads)
    implements HttpOperation<I, O> {

  @Override
  public HttpCall describe(I input, CallContext context) {
    return threads.call(
        name + ".describe", () -> ResultBounds.call(operation.describe(input, context)));
  }

  @Override
  public O interpret(I input, HttpReply reply) {
    return threads.call(
        name + ".interpret", () -> ResultBounds.outcome(operation.interpret(input, reply)));
  }
}
