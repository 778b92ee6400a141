package dev.genhub.bench;

import dev.genhub.bench.poll.GetLoop;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code genhub bench get-loop}: the limit of {@link PollCommand}, which starts it as a process of
 * its own, so that it stands where the hub stood.
 */
@Command(name = "get-loop", hidden = true, description = "Reads task states as fast as it can.")
final class GetLoopCommand implements Callable<Integer> {
  @Option(names = "--provider", required = true, description = "The address of the stub.")
  private URI provider;

  @Option(names = "--threads", required = true, description = "Threads that read.")
  private int threads;

  @Option(names = "--seconds", required = true, description = "When it ends, unless ended before.")
  private int seconds;

  @Override
  public Integer call() throws InterruptedException {
    GetLoop.run(provider, threads, Duration.ofSeconds(seconds));
    return 0;
  }
}
