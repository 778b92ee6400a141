package dev.genhub.bench.intake;

import dev.genhub.bench.load.Latencies;
import dev.genhub.bench.load.ProcessorTime;
import dev.genhub.bench.load.Stretch;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Counts answers, those of the warm-up apart. Used by one thread. */
final class IntakeTally {
  private static final int ACCEPTED = 202;

  private final Stretch stretch;
  private final Latencies latencies = new Latencies();
  private final Map<String, Integer> answers = new TreeMap<>();
  private final CompletableFuture<Void> allEnded = new CompletableFuture<>();
  private int open;
  private int acceptedInAll;

  IntakeTally(int connections, Stretch stretch) {
    this.open = connections;
    this.stretch = stretch;
  }

  boolean over(long now) {
    return stretch.isBefore(now);
  }

  void answered(int status, long took, long now) {
    if (status == ACCEPTED) {
      acceptedInAll++;
    }
    if (stretch.holds(now)) {
      answers.merge(String.valueOf(status), 1, Integer::sum);
      if (status == ACCEPTED) {
        latencies.add(took);
      }
    }
  }

  void broken() {
    answers.merge("connection lost", 1, Integer::sum);
  }

  void ended() {
    if (--open == 0) {
      allEnded.complete(null);
    }
  }

  /** Completes when every connection is closed; only then may others look at the figures. */
  CompletableFuture<Void> allEnded() {
    return allEnded;
  }

  IntakeResult result(ProcessorTime used) {
    return new IntakeResult(
        latencies.size() / stretch.seconds(), acceptedInAll, latencies, answers, used);
  }
}
