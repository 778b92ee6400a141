package dev.genhub.bench.load;

import dev.genhub.bench.BenchException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Lets others work. */
public final class Pause {
  private Pause() {}

  /** Returns after this time. */
  public static void lasting(Duration time) {
    sleep(time.toNanos());
  }

  /** Returns at this moment of {@link System#nanoTime()}. */
  static void until(long moment) {
    sleep(Math.max(0, moment - System.nanoTime()));
  }

  private static void sleep(long nanos) {
    try {
      TimeUnit.NANOSECONDS.sleep(nanos);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted under load");
    }
  }
}
