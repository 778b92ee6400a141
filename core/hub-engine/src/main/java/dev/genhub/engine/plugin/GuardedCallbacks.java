package dev.genhub.engine.plugin;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CallbackRequest;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SignatureVerdict;
import dev.genhub.spi.TaskStatus;
import java.time.Instant;
import java.util.Optional;

/** A reader of callbacks that runs on the plugin's threads. */
final class GuardedCallbacks implements CallbackReader {

  private final CallbackReader reader;
  private final PluginThreads threads;
  private final boolean bodyIsSigned;

  GuardedCallbacks(CallbackReader reader, PluginThreads threads) {
    this.reader = reader;
    this.threads = threads;
    this.bodyIsSigned = reader.bodyIsSigned();
  }

  @Override
  public SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now) {
    return threads.call("callback.verify", () -> reader.verify(request, secrets, now));
  }

  @Override
  public boolean bodyIsSigned() {
    return bodyIsSigned;
  }

  @Override
  public Optional<String> taskId(CallbackRequest request) {
    return threads.call("callback.taskId", () -> reader.taskId(request));
  }

  @Override
  public TaskStatus read(CallbackRequest request) {
    return threads.call("callback.read", () -> ResultBounds.outcome(reader.read(request)));
  }
}
