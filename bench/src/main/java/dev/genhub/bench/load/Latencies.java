package dev.genhub.bench.load;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** How long things took, every one of them. Used by one thread. */
public final class Latencies {
  private static final double NANOS_PER_MILLI = 1e6;

  private long[] nanos = new long[1 << 16];
  private int size;

  /** Takes one more. */
  public void add(long took) {
    if (size == nanos.length) {
      nanos = Arrays.copyOf(nanos, size * 2);
    }
    nanos[size++] = took;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /**
   * The time within which a share of them was done (nearest rank); zero when there are none.
   *
   * @param share above 0, at most 1
   */
  public Duration percentile(double share) {
    if (size == 0) {
      return Duration.ZERO;
    }
    long[] sorted = Arrays.copyOf(nanos, size);
    Arrays.sort(sorted);
    return Duration.ofNanos(sorted[(int) Math.ceil(share * size) - 1]);
  }

  /** The usual percentiles in milliseconds. */
  public String summary() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f ms, p95 %.1f ms, p99 %.1f ms",
        millis(0.50),
        millis(0.95),
        millis(0.99));
  }

  private double millis(double share) {
    return percentile(share).toNanos() / NANOS_PER_MILLI;
  }
}
