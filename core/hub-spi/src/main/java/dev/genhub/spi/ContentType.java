package dev.genhub.spi;

import java.util.Locale;

/** What a model makes. */
public enum ContentType {
  IMAGE,
  VIDEO,
  MUSIC;

  /** The word of the HTTP API and of the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The value of a word.
   *
   * @throws IllegalArgumentException if it is none of {@code image}, {@code video}, {@code music}
   */
  public static ContentType of(String word) {
    for (ContentType type : values()) {
      if (type.word().equals(word)) {
        return type;
      }
    }
    throw new IllegalArgumentException("'" + word + "' is none of image, video, music");
  }
}
