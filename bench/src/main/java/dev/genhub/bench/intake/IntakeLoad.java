package dev.genhub.bench.intake;

import dev.genhub.bench.BenchException;
import dev.genhub.bench.load.ProcessorTime;
import dev.genhub.bench.load.Stretch;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.net.NetClient;
import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Posts generations from many connections at once, all on one thread. */
public final class IntakeLoad {
  private static final Duration LAST_ANSWERS_WITHIN = Duration.ofSeconds(30);

  private IntakeLoad() {}

  /**
   * Runs the load.
   *
   * @param hub the base address of its API
   * @param process the hub's
   * @param posts the posts that are sent in turn
   * @param connections how many post at once
   */
  public static IntakeResult run(
      URI hub,
      ProcessHandle process,
      List<GenerationPost> posts,
      int connections,
      Duration warmUp,
      Duration measured) {
    System.err.println("posting from " + connections + " connections ...");
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    try {
      Stretch stretch = Stretch.after(warmUp, measured);
      IntakeTally tally = new IntakeTally(connections, stretch);
      vertx.runOnContext(start -> connect(vertx, hub, posts, connections, tally));
      ProcessorTime used = ProcessorTime.between(stretch.count(() -> ProcessorTime.of(process)));
      tally.allEnded().get(LAST_ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
      return tally.result(used);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted under load");
    } catch (ExecutionException | TimeoutException failed) {
      throw new BenchException("the load did not end: " + failed.getMessage(), failed);
    } finally {
      vertx.close();
    }
  }

  private static void connect(
      Vertx vertx, URI hub, List<GenerationPost> posts, int connections, IntakeTally tally) {
    NetClient client = vertx.createNetClient();
    Iterator<GenerationPost> inTurn =
        Stream.iterate(0, i -> (i + 1) % posts.size()).map(posts::get).iterator();
    for (int i = 0; i < connections; i++) {
      client
          .connect(hub.getPort(), hub.getHost())
          .onSuccess(
              socket -> new PostingConnection(socket, () -> inTurn.next().next(), tally).start())
          .onFailure(tally.allEnded()::completeExceptionally);
    }
  }
}
