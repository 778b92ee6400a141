package dev.genhub.engine.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Lets concurrent writes share a commit: whatever has queued up while the last transaction was
 * committing goes into the next one. A lone write is written at once, there is no lingering.
 *
 * @param <C> one write
 * @param <R> what it yields
 */
public final class BatchWriter<C, R> implements AutoCloseable {

  private record Entry<C, R>(C command, CompletableFuture<R> result) {

    void refuse(String why) {
      result.completeExceptionally(new RejectedExecutionException(why));
    }
  }

  private final Function<List<C>, List<R>> transaction;
  private final BlockingQueue<Entry<C, R>> queue;
  private final int largest;
  private final List<Thread> writers = new ArrayList<>();
  private volatile boolean closed;

  /**
   * Starts the writer threads.
   *
   * @param name for the threads
   * @param threads how many batches may be under way at once
   * @param largest writes in one batch
   * @param capacity writes that may wait; one more is refused
   * @param transaction writes a batch in one transaction and returns a result for each, in order;
   *     when it throws, nothing of the batch was written
   */
  public BatchWriter(
      String name, int threads, int largest, int capacity, Function<List<C>, List<R>> transaction) {
    this.transaction = transaction;
    this.largest = largest;
    this.queue = new ArrayBlockingQueue<>(capacity);
    for (int i = 1; i <= threads; i++) {
      Thread writer = new Thread(this::writeUntilClosed, name + "-" + i);
      writer.setDaemon(true);
      writers.add(writer);
      writer.start();
    }
  }

  /**
   * Queues a write. The result completes on a writer's thread; it fails with the transaction's
   * exception, or with {@link RejectedExecutionException} when too many wait or the writer is
   * closed.
   */
  public CompletableFuture<R> write(C command) {
    Entry<C, R> entry = new Entry<>(command, new CompletableFuture<>());
    if (closed || !queue.offer(entry)) {
      entry.refuse("too many writes are waiting");
    } else if (closed && queue.remove(entry)) {
      // closed in between: no writer may be left to take it
      entry.refuse("shutting down");
    }
    return entry.result();
  }

  private void writeUntilClosed() {
    List<Entry<C, R>> batch = new ArrayList<>();
    while (!closed || !queue.isEmpty()) {
      try {
        Entry<C, R> first = queue.poll(100, TimeUnit.MILLISECONDS);
        if (first != null) {
          batch.add(first);
          queue.drainTo(batch, largest - 1);
          write(batch);
        }
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        return;
      } finally {
        batch.clear();
      }
    }
  }

  private void write(List<Entry<C, R>> batch) {
    try {
      List<R> results = transaction.apply(batch.stream().map(Entry::command).toList());
      for (int i = 0; i < batch.size(); i++) {
        batch.get(i).result().complete(results.get(i));
      }
    } catch (RuntimeException failed) {
      if (batch.size() == 1 || concernsAll(failed)) {
        batch.forEach(entry -> entry.result().completeExceptionally(failed));
      } else {
        // one bad write must not take its neighbours down: each gets a transaction of its own
        batch.forEach(entry -> write(List.of(entry)));
      }
    } catch (Error defect) {
      // the writer's thread must live on, and nobody may wait for ever
      batch.forEach(entry -> entry.result().completeExceptionally(defect));
    }
  }

  /** Without a connection every write fails; trying each would only keep the callers waiting. */
  private static boolean concernsAll(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLTransientConnectionException
          || cause instanceof SQLException sql && lostConnection(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Class 08: connection exceptions; class 57: the server shuts down or cancels. */
  private static boolean lostConnection(String state) {
    return state != null && (state.startsWith("08") || state.startsWith("57"));
  }

  /** Writes what is queued, then ends the threads; waits up to five seconds. */
  @Override
  public void close() {
    closed = true;
    for (Thread writer : writers) {
      try {
        writer.join(5_000 / writers.size());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
      }
    }
    queue.forEach(entry -> entry.refuse("shutting down"));
  }
}
