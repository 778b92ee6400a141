package dev.genhub.spi;

import java.time.Duration;

/**
 * How often a model's tasks are looked at: after {@code initial}, then {@code factor} times longer
 * at each look up to {@code max}, until {@code timeout} after the submit.
 */
public record PollSchedule(Duration initial, double factor, Duration max, Duration timeout) {

  public PollSchedule {
    if (initial.isNegative() || initial.isZero() || factor < 1 || max.compareTo(initial) < 0) {
      throw new IllegalArgumentException(
          "a poll schedule needs initial > 0, factor >= 1 and max >= initial, not "
              + initial
              + ", "
              + factor
              + ", "
              + max);
    }
  }
}
