package dev.genhub.openai;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What JSON Schema cannot say of a request for pictures. */
final class ImageRules {

  private static final int LONGEST_PROMPT = 32_000;

  /** With 4 bytes of base64 a pixel, what one reply may hold at the hub (32 MiB). */
  private static final long MOST_PIXELS = 8L * 1024 * 1024;

  private ImageRules() {}

  static List<Violation> check(GenerationRequest request) {
    Json given = request.parameters();
    List<Violation> found = new ArrayList<>();
    checkPrompt(request.prompt(), found);
    boolean ratio = given.at("aspectRatio").isPresent();
    if (ratio && !given.at("size").text().orElse("auto").equals("auto")) {
      found.add(new Violation("/parameters/aspectRatio", "'size' says the shape already"));
    }
    ImageSize size = ImageSize.of(ImageSize.word(given));
    size.problem()
        .ifPresent(
            problem ->
                found.add(
                    new Violation(
                        "/parameters/size", "'" + ImageSize.word(given) + "'; " + problem)));
    int n = given.at("n").integer().orElse(1);
    if (n * size.pixels() > MOST_PIXELS) {
      found.add(
          new Violation(
              "/parameters/n",
              n
                  + " pictures of this size do not fit into one reply; at most "
                  + Math.max(1, MOST_PIXELS / size.pixels())
                  + " do"));
    }
    checkFormat(given, found);
    return found;
  }

  private static void checkPrompt(String prompt, List<Violation> found) {
    if (prompt.isBlank()) {
      found.add(new Violation("/prompt", "is empty, a text is needed"));
    } else if (prompt.length() > LONGEST_PROMPT) {
      found.add(
          new Violation(
              "/prompt", "has " + prompt.length() + " characters, at most " + LONGEST_PROMPT));
    }
  }

  private static void checkFormat(Json given, List<Violation> found) {
    String format = given.at("outputFormat").text().orElse("png");
    if (given.at("outputCompression").isPresent() && format.equals("png")) {
      found.add(
          new Violation("/parameters/outputCompression", "is for outputFormat jpeg and webp"));
    }
    if (given.at("background").equals(Json.of("transparent")) && format.equals("jpeg")) {
      found.add(new Violation("/parameters/background", "jpeg cannot be transparent"));
    }
  }
}
