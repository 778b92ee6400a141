package dev.genhub.bench.poll;

import dev.genhub.bench.BenchException;
import dev.genhub.bench.load.Pause;
import dev.genhub.bench.load.ProcessorTime;
import dev.genhub.bench.load.Stretch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Runs {@link GetLoop} in a process of its own, where the hub ran before, and counts at the stub.
 */
public final class GetLimit {
  private static final Duration STARTED_WITHIN = Duration.ofSeconds(60);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  /**
   * What the loop reached.
   *
   * @param used what the reads cost
   */
  public record Result(double readsPerSecond, long reads, ProcessorTime used) {}

  private record Counters(long arrived, ProcessorTime used) {}

  private GetLimit() {}

  /**
   * Measures.
   *
   * @param home the folder of the {@code genhub} script
   */
  public static Result run(
      Path home, StatusStub provider, int threads, Duration warmUp, Duration measured) {
    System.err.println("reading from " + threads + " bare threads ...");
    Duration longest = STARTED_WITHIN.plus(warmUp).plus(measured);
    Process loop = start(home, provider, threads, longest);
    try {
      awaitFirst(loop, provider);
      Stretch stretch = Stretch.after(warmUp, measured);
      Stretch.Counted<Counters> ends =
          stretch.count(() -> new Counters(provider.arrived(), ProcessorTime.of(loop.toHandle())));
      long arrived = ends.last().arrived() - ends.first().arrived();
      return new Result(
          arrived / stretch.seconds(),
          arrived,
          ProcessorTime.between(new Stretch.Counted<>(ends.first().used(), ends.last().used())));
    } finally {
      loop.destroy();
    }
  }

  private static Process start(Path home, StatusStub provider, int threads, Duration longest) {
    List<String> command =
        List.of(
            home.resolve("genhub").toString(),
            "bench",
            "get-loop",
            "--provider=" + provider.address(),
            "--threads=" + threads,
            "--seconds=" + longest.toSeconds());
    try {
      return new ProcessBuilder(command)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.INHERIT)
          .start();
    } catch (IOException failed) {
      throw new BenchException("the loop of GETs does not start: " + failed.getMessage(), failed);
    }
  }

  private static void awaitFirst(Process loop, StatusStub provider) {
    long before = provider.arrived();
    long end = System.nanoTime() + STARTED_WITHIN.toNanos();
    while (provider.arrived() == before) {
      if (!loop.isAlive() || System.nanoTime() > end) {
        throw new BenchException("the loop of GETs never reached the stub");
      }
      Pause.lasting(BETWEEN_LOOKS);
    }
  }
}
