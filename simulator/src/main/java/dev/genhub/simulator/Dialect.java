package dev.genhub.simulator;

import dev.genhub.simulator.kie.guide.KieGuide;
import dev.genhub.simulator.kie.live.KieLive;
import dev.genhub.simulator.server.Provider;
import java.util.Locale;

/** Which of its two APIs KIE.AI is spoken to in. */
public enum Dialect {
  /** The published API: HTTP 200 with a code in the body, and words that differ by family. */
  LIVE,
  /** The flat API of the integration guide: real HTTP statuses, and one set of words. */
  GUIDE;

  /**
   * The dialect of a word.
   *
   * @throws IllegalArgumentException unless it is {@code live} or {@code guide}
   */
  public static Dialect of(String word) {
    return switch (word) {
      case "live" -> LIVE;
      case "guide" -> GUIDE;
      default ->
          throw new IllegalArgumentException("'" + word + "' is not a dialect; live and guide are");
    };
  }

  /** Its word. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** KIE.AI as it speaks this dialect. */
  public Provider provider() {
    return switch (this) {
      case LIVE -> new KieLive();
      case GUIDE -> new KieGuide();
    };
  }
}
