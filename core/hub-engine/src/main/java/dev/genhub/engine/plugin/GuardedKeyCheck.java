package dev.genhub.engine.plugin;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.KeyReport;

/** A key check that runs on the plugin's threads. */
record GuardedKeyCheck(KeyCheck check, PluginThreads threads) implements KeyCheck {

  @Override
  public HttpCall describe(CallContext context) {
    return threads.call("keyCheck.describe", () -> ResultBounds.call(check.describe(context)));
  }

  @Override
  public KeyReport interpret(HttpReply reply) {
    return threads.call("keyCheck.interpret", () -> check.interpret(reply));
  }
}
