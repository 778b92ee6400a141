package dev.genhub.app.route;

import dev.genhub.app.folder.FolderWatch;
import java.time.Duration;

/**
 * A route that lets nothing more in, until it has finished what it began. It is looked at again and
 * again by one thread; the looks are also how its patience is counted.
 */
final class Ending {

  /** How long to leave between two looks. */
  static final Duration LOOK_EVERY = FolderWatch.LOOK_EVERY;

  /** A body may still be arriving, a poll still be returning: one look is not enough. */
  private static final int QUIET_LOOKS = 2;

  private long looksLeft;
  private int quiet;

  /**
   * @param within the end of patience
   */
  Ending(Duration within) {
    looksLeft = within.dividedBy(LOOK_EVERY);
  }

  /**
   * Takes a look.
   *
   * @param underWay how much the route is working on
   * @return whether it can be ended now
   */
  boolean over(int underWay) {
    looksLeft--;
    quiet = underWay == 0 ? quiet + 1 : 0;
    return quiet >= QUIET_LOOKS || looksLeft <= 0;
  }
}
