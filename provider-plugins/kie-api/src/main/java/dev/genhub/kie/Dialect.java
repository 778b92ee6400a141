package dev.genhub.kie;

/** Which of its two APIs KIE.AI is spoken to in. */
public enum Dialect {
  /** The published API (docs.kie.ai). */
  LIVE,
  /** The flat API of the integration guide. */
  GUIDE;

  /**
   * The dialect of a setting.
   *
   * @throws IllegalArgumentException unless it is {@code live} or {@code guide}
   */
  public static Dialect of(String setting) {
    return switch (setting) {
      case "live" -> LIVE;
      case "guide" -> GUIDE;
      default ->
          throw new IllegalArgumentException(
              "genhub.providers.kie.dialect is '" + setting + "'; live and guide are allowed");
    };
  }
}
