package dev.genhub.simulator.task;

/**
 * What a task makes.
 *
 * @param count how many files
 * @param aspectRatio such as {@code 16:9}; anything that is none counts as the medium's usual one
 */
public record Product(Medium medium, int count, String aspectRatio) {

  /** Pictures. */
  public static Product images(int count, String aspectRatio) {
    return new Product(Medium.IMAGE, count, aspectRatio);
  }

  /** Clips. */
  public static Product videos(int count, String aspectRatio) {
    return new Product(Medium.VIDEO, count, aspectRatio);
  }

  /** Tracks. */
  public static Product tracks(int count) {
    return new Product(Medium.MUSIC, count, "");
  }
}
