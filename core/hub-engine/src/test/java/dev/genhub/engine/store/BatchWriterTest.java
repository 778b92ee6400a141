package dev.genhub.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.testing.AtOnce;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

@Timeout(20)
class BatchWriterTest {

  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch gate = new CountDownLatch(1);

  /** Doubles what it is given; stands still in its first batch until the gate opens. */
  private List<Integer> doubling(List<Integer> batch) {
    batches.add(List.copyOf(batch));
    entered.countDown();
    await(gate);
    return batch.stream().map(n -> n * 2).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static BatchWriter<Integer, Integer> writer(
      int largest, int capacity, Function<List<Integer>, List<Integer>> transaction) {
    return new BatchWriter<>("test", 1, largest, capacity, transaction);
  }

  @Test
  void aLoneWriteIsWrittenAtOnce() {
    gate.countDown();
    try (BatchWriter<Integer, Integer> writer = writer(10, 10, this::doubling)) {
      assertThat(writer.write(21).join()).isEqualTo(42);
    }
    assertThat(batches).containsExactly(List.of(21));
  }

  @Test
  void whatQueuesUpMeanwhileSharesABatchUpToItsSize() {
    try (BatchWriter<Integer, Integer> writer = writer(3, 10, this::doubling)) {
      CompletableFuture<Integer> first = writer.write(1);
      await(entered);
      List<CompletableFuture<Integer>> rest = new ArrayList<>();
      for (int n = 2; n <= 6; n++) {
        rest.add(writer.write(n));
      }
      gate.countDown();

      assertThat(first.join()).isEqualTo(2);
      assertThat(rest).extracting(CompletableFuture::join).containsExactly(4, 6, 8, 10, 12);
    }
    assertThat(batches).containsExactly(List.of(1), List.of(2, 3, 4), List.of(5, 6));
  }

  @Test
  void oneMoreThanMayWaitIsRefused() {
    try (BatchWriter<Integer, Integer> writer = writer(1, 2, this::doubling)) {
      writer.write(1);
      await(entered);
      writer.write(2);
      CompletableFuture<Integer> last = writer.write(3);

      assertFailsWith(RejectedExecutionException.class, () -> writer.write(4).join());
      gate.countDown();
      assertThat(last.join()).isEqualTo(6);
    }
  }

  @Test
  void aFailingWriteIsToldFromItsNeighbours() {
    Function<List<Integer>, List<Integer>> odd =
        batch -> {
          List<Integer> doubled = doubling(batch);
          if (batch.contains(13)) {
            throw new IllegalArgumentException("13 is not taken");
          }
          return doubled;
        };
    try (BatchWriter<Integer, Integer> writer = writer(10, 10, odd)) {
      writer.write(1);
      await(entered);
      CompletableFuture<Integer> good = writer.write(12);
      CompletableFuture<Integer> bad = writer.write(13);
      CompletableFuture<Integer> alsoGood = writer.write(14);
      gate.countDown();

      assertThat(good.join()).isEqualTo(24);
      assertThat(alsoGood.join()).isEqualTo(28);
      assertFailsWith(IllegalArgumentException.class, bad::join);
    }
    assertThat(batches)
        .containsExactly(List.of(1), List.of(12, 13, 14), List.of(12), List.of(13), List.of(14));
  }

  @Test
  void withoutAConnectionABatchFailsAsAWholeAndAtOnce() {
    Function<List<Integer>, List<Integer>> unreachable =
        batch -> {
          doubling(batch);
          throw new CannotGetJdbcConnectionException(
              "no connection", new SQLTransientConnectionException("waited 5 s"));
        };
    try (BatchWriter<Integer, Integer> writer = writer(10, 10, unreachable)) {
      writer.write(1);
      await(entered);
      List<CompletableFuture<Integer>> rest = List.of(writer.write(2), writer.write(3));
      gate.countDown();

      for (CompletableFuture<Integer> failed : rest) {
        assertFailsWith(CannotGetJdbcConnectionException.class, failed::join);
      }
    }
    assertThat(batches).containsExactly(List.of(1), List.of(2, 3));
  }

  @Test
  void anErrorIsHandedOnAndTheWriterLives() {
    Function<List<Integer>, List<Integer>> deep =
        batch -> {
          if (batch.contains(13)) {
            throw new StackOverflowError();
          }
          return batch;
        };
    try (BatchWriter<Integer, Integer> writer = writer(1, 10, deep)) {
      assertFailsWith(StackOverflowError.class, () -> writer.write(13).join());
      assertThat(writer.write(14).join()).isEqualTo(14);
    }
  }

  @Test
  void noWriteIsForgottenWhileTheWriterCloses() throws Exception {
    for (int round = 0; round < 10; round++) {
      BatchWriter<Integer, Integer> writer = writer(10, 1_000, batch -> batch);
      List<Callable<Boolean>> calls = new ArrayList<>();
      for (int n = 0; n < 4; n++) {
        calls.add(() -> isAnswered(writer.write(1)));
      }
      calls.add(
          () -> {
            writer.close();
            return true;
          });

      assertThat(AtOnce.call(calls)).containsOnly(true);
    }
  }

  private static boolean isAnswered(CompletableFuture<Integer> write) throws Exception {
    try {
      return write.get(10, TimeUnit.SECONDS) == 1;
    } catch (ExecutionException refused) {
      return refused.getCause() instanceof RejectedExecutionException;
    }
  }

  @Test
  void closingWritesWhatWaits() {
    BatchWriter<Integer, Integer> writer = writer(10, 10, this::doubling);
    writer.write(1);
    await(entered);
    CompletableFuture<Integer> waiting = writer.write(2);
    gate.countDown();

    writer.close();

    assertThat(waiting).isCompletedWithValue(4);
  }

  @Test
  void nothingIsTakenAfterClosing() {
    gate.countDown();
    BatchWriter<Integer, Integer> writer = writer(10, 10, this::doubling);
    writer.close();

    assertFailsWith(RejectedExecutionException.class, () -> writer.write(1).join());
  }

  private static void assertFailsWith(Class<? extends Throwable> cause, ThrowingCallable write) {
    assertThatThrownBy(write).isInstanceOf(CompletionException.class).hasCauseInstanceOf(cause);
  }
}
