package dev.genhub.routes.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reads addresses in turn, twenty times a second each, and remembers what was not answered well.
 */
public final class SteadyLoad implements AutoCloseable {
  private static final int EVERY_MILLIS = 50;

  private final ScheduledExecutorService clockwork;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger answered = new AtomicInteger();

  private SteadyLoad(int addresses) {
    clockwork = Executors.newScheduledThreadPool(addresses);
  }

  /** Begins. */
  public static SteadyLoad on(TestUser user, String... paths) {
    SteadyLoad load = new SteadyLoad(paths.length);
    for (String path : paths) {
      load.clockwork.scheduleAtFixedRate(
          () -> load.read(user, path), 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
    return load;
  }

  private void read(TestUser user, String path) {
    try {
      Reply reply = user.get(path);
      if (reply.status() != 200) {
        failures.add(path + " " + reply);
      }
    } catch (RuntimeException failed) {
      failures.add(path + " " + failed);
    }
    answered.incrementAndGet();
  }

  /** What was not answered with 200. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** How many were answered so far, in whatever way. */
  public int answered() {
    return answered.get();
  }

  @Override
  public void close() throws InterruptedException {
    clockwork.shutdown();
    if (!clockwork.awaitTermination(30, TimeUnit.SECONDS)) {
      throw new AssertionError("a request is never answered");
    }
  }
}
