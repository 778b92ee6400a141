package dev.genhub.bench.load;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * The stretch of time that is measured, after a warm-up that is not. In moments of {@link
 * System#nanoTime()}.
 */
public record Stretch(long from, long until) {
  private static final double NANOS_PER_SECOND = 1e9;

  /** What stood at the counters at both ends. */
  public record Counted<T>(T first, T last) {}

  /** One that begins when the warm-up is over. */
  public static Stretch after(Duration warmUp, Duration measured) {
    long from = System.nanoTime() + warmUp.toNanos();
    return new Stretch(from, from + measured.toNanos());
  }

  /** Whether the moment is measured. */
  public boolean holds(long moment) {
    return moment - from >= 0 && moment - until < 0;
  }

  /** Whether the moment is after it. */
  public boolean isBefore(long moment) {
    return moment - until >= 0;
  }

  /** How long it is. */
  public double seconds() {
    return (until - from) / NANOS_PER_SECOND;
  }

  /** Waits for its beginning and its end, and reads the counters at each. */
  public <T> Counted<T> count(Supplier<T> counters) {
    Pause.until(from);
    T first = counters.get();
    Pause.until(until);
    return new Counted<>(first, counters.get());
  }
}
