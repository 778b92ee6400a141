package dev.genhub.cli;

import java.util.concurrent.CountDownLatch;

/** Keeps a command going until the process is told to end (SIGTERM, SIGINT). */
public final class UntilStopped {
  private UntilStopped() {}

  /** Closes the thing when the process ends, and lets the process end only after that. */
  public static void closeAtExit(AutoCloseable running) {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  try {
                    running.close();
                  } catch (Exception failed) {
                    System.err.println("genhub: did not stop cleanly: " + failed.getMessage());
                  }
                },
                "stop"));
  }

  /** Waits for the end of the process. */
  public static int await() throws InterruptedException {
    new CountDownLatch(1).await();
    return 0;
  }
}
