package dev.genhub.openai;

import dev.genhub.spi.json.Json;
import java.util.Map;
import java.util.Optional;

/** How large a picture is. */
record ImageSize(int width, int height) {

  /** Sizes of usual shapes, all of them multiples of 16. */
  private static final Map<String, String> BY_RATIO =
      Map.of(
          "1:1", "1024x1024",
          "3:2", "1536x1024",
          "2:3", "1024x1536",
          "4:3", "1344x1008",
          "3:4", "1008x1344",
          "16:9", "1536x864",
          "9:16", "864x1536");

  /** The largest that OpenAI chooses by itself. */
  private static final ImageSize OF_AUTO = new ImageSize(1536, 1024);

  /** What the request says in OpenAI's words. */
  static String word(Json parameters) {
    return parameters
        .at("aspectRatio")
        .text()
        .map(BY_RATIO::get)
        .or(() -> parameters.at("size").text())
        .orElse("auto");
  }

  /** The size of a word; the largest possible where the model chooses. */
  static ImageSize of(String word) {
    String[] sides = word.split("x", -1);
    return sides.length == 2
        ? new ImageSize(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]))
        : OF_AUTO;
  }

  long pixels() {
    return (long) width * height;
  }

  /** What is wrong with it (API reference, create image: size). */
  Optional<String> problem() {
    if (width % 16 != 0 || height % 16 != 0) {
      return Optional.of("both sides must be multiples of 16");
    }
    if (width > 3 * height || height > 3 * width) {
      return Optional.of("the sides must be between 1:3 and 3:1");
    }
    boolean fits = Math.max(width, height) <= 3840 && Math.min(width, height) <= 2160;
    return fits ? Optional.empty() : Optional.of("at most 3840x2160 or 2160x3840 is made");
  }
}
