package dev.genhub.app.route;

import java.time.Duration;
import org.apache.camel.spi.InflightRepository;

/**
 * Waits until a route that takes nothing more has finished what it began.
 *
 * @param underWay counts what the routes are working on
 * @param within the end of patience
 */
record Drain(InflightRepository underWay, Duration within) {
  private static final Duration LOOK = Duration.ofMillis(50);

  /** What has just been let in may not be counted yet, so one look is not enough. */
  private static final int QUIET_LOOKS = 8;

  /** Returns when nothing is under way, when patience ends, or when the thread is interrupted. */
  void await(String routeId) {
    long looks = within.dividedBy(LOOK);
    int quiet = 0;
    for (long look = 0; look < looks && quiet < QUIET_LOOKS; look++) {
      try {
        Thread.sleep(LOOK.toMillis());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
      quiet = underWay.size(routeId) == 0 ? quiet + 1 : 0;
    }
  }
}
