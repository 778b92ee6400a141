package dev.genhub.simulator.task;

import io.vertx.core.Future;
import java.util.List;

/** Where tasks survive a restart. */
public interface Journal {

  /** What was written before this start, in order. */
  List<JournalEntry> earlier();

  /** Writes an entry; it survives the end of the process, however it ends, once this succeeds. */
  Future<Void> append(JournalEntry entry);

  /** Forgets everything. */
  Future<Void> clear();

  /** Finishes what is being written, and lets another simulator have the journal. */
  Future<Void> close();

  /** A journal that keeps nothing. */
  static Journal none() {
    return new Journal() {
      @Override
      public List<JournalEntry> earlier() {
        return List.of();
      }

      @Override
      public Future<Void> append(JournalEntry entry) {
        return Future.succeededFuture();
      }

      @Override
      public Future<Void> clear() {
        return Future.succeededFuture();
      }

      @Override
      public Future<Void> close() {
        return Future.succeededFuture();
      }
    };
  }
}
