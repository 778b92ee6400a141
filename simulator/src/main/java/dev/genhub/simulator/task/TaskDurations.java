package dev.genhub.simulator.task;

import java.time.Duration;

/**
 * How long tasks take.
 *
 * @param fullHd how long after the end of a clip its 1080p version is there
 */
public record TaskDurations(Duration image, Duration video, Duration music, Duration fullHd) {

  /** Long enough to be watched. */
  public static final TaskDurations USUAL =
      new TaskDurations(
          Duration.ofSeconds(3),
          Duration.ofSeconds(6),
          Duration.ofSeconds(5),
          Duration.ofSeconds(3));

  /** The same for all. */
  public static TaskDurations all(Duration duration) {
    return new TaskDurations(duration, duration, duration, duration);
  }

  /**
   * All of them longer, or shorter, by a factor.
   *
   * @throws IllegalArgumentException if the factor is negative
   */
  public TaskDurations times(double factor) {
    if (!(factor >= 0)) {
      throw new IllegalArgumentException(
          "the factor of durations is " + factor + ", it must not be negative");
    }
    return new TaskDurations(
        scaled(image, factor),
        scaled(video, factor),
        scaled(music, factor),
        scaled(fullHd, factor));
  }

  private static Duration scaled(Duration duration, double factor) {
    return Duration.ofMillis(Math.round(duration.toMillis() * factor));
  }

  /** How long the medium takes. */
  public Duration of(Medium medium) {
    return switch (medium) {
      case IMAGE -> image;
      case VIDEO -> video;
      case MUSIC -> music;
    };
  }
}
