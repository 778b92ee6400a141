package dev.genhub.simulator.account;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many submits an account may send within ten seconds (KIE.AI, getting started: 20). */
final class SubmitWindow {

  private static final Duration LENGTH = Duration.ofSeconds(10);

  private final int most;
  private final Deque<Instant> admitted = new ArrayDeque<>();

  /** Admits everything when the most is 0. */
  SubmitWindow(int most) {
    this.most = most;
  }

  boolean admits(Instant now) {
    if (most == 0) {
      return true;
    }
    while (!admitted.isEmpty() && !admitted.peek().isAfter(now.minus(LENGTH))) {
      admitted.remove();
    }
    return admitted.size() < most && admitted.add(now);
  }
}
