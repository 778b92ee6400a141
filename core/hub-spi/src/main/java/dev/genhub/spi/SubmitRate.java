package dev.genhub.spi;

import java.time.Duration;
import java.util.Objects;

/**
 * At most so many submits in any stretch of so much time.
 *
 * @param submits one or more
 * @param per longer than nothing
 */
public record SubmitRate(int submits, Duration per) {

  public SubmitRate {
    Objects.requireNonNull(per, "per");
    if (submits < 1 || per.isNegative() || per.isZero()) {
      throw new IllegalArgumentException(
          "a rate needs one submit or more in a time longer than zero, not "
              + submits
              + " in "
              + per);
    }
  }
}
