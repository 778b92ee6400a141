package dev.genhub.bench.intake;

import dev.genhub.bench.BenchException;
import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.HubDatabase;
import dev.genhub.bench.load.ProcessorTime;
import dev.genhub.bench.load.Stretch;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Inserts single rows by JDBC, prepared and each with a commit of its own, as fast as they go. */
public final class InsertLimit {

  /**
   * What the inserts reached.
   *
   * @param used what they cost
   */
  public record Result(double rowsPerSecond, long rows, ProcessorTime used) {}

  private final HubDatabase database;
  private final List<BenchUser> owners;
  private final Stretch stretch;

  /** Until then every connection stays: what its server process has used ends with it. */
  private final CountDownLatch counted = new CountDownLatch(1);

  private InsertLimit(HubDatabase database, List<BenchUser> owners, Stretch stretch) {
    this.database = database;
    this.owners = owners;
    this.stretch = stretch;
  }

  /**
   * Inserts rows of the owners in turn.
   *
   * @param hub the process whose database it is
   * @param clients connections, each with a thread of its own
   */
  public static Result run(
      ProcessHandle hub,
      HubDatabase database,
      List<BenchUser> owners,
      int clients,
      Duration warmUp,
      Duration measured) {
    System.err.println("inserting bare rows from " + clients + " connections ...");
    Stretch stretch = Stretch.after(warmUp, measured);
    return new InsertLimit(database, owners, stretch).run(hub, clients);
  }

  private Result run(ProcessHandle hub, int clients) {
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Future<Long>> counts =
          IntStream.range(0, clients)
              .mapToObj(client -> threads.submit(this::insertUntilOver))
              .toList();
      ProcessorTime used = ProcessorTime.between(stretch.count(() -> ProcessorTime.of(hub)));
      counted.countDown();
      long rows = 0;
      for (Future<Long> count : counts) {
        rows += count.get();
      }
      return new Result(rows / stretch.seconds(), rows, used);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted during the inserts");
    } catch (ExecutionException failed) {
      throw new BenchException("the inserts failed: " + failed.getCause().getMessage(), failed);
    } finally {
      threads.shutdownNow();
    }
  }

  private long insertUntilOver() throws SQLException, InterruptedException {
    try (Connection connection = database.connect();
        PreparedStatement insert =
            connection.prepareStatement(BareRow.insert("?", "?", "?", "?", "?"))) {
      long rows = 0;
      long now = System.nanoTime();
      for (int turn = 0; !stretch.isBefore(now); turn++) {
        insert(insert, owners.get(turn % owners.size()));
        now = System.nanoTime();
        rows += stretch.holds(now) ? 1 : 0;
      }
      counted.await();
      return rows;
    }
  }

  private static void insert(PreparedStatement insert, BenchUser owner) throws SQLException {
    insert.setObject(1, UUID.randomUUID());
    insert.setObject(2, owner.id());
    insert.setString(3, GenerationPost.PROMPT);
    insert.setObject(4, owner.id());
    insert.setObject(5, owner.id());
    insert.executeUpdate();
  }
}
