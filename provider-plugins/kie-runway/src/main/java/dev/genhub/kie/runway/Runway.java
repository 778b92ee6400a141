package dev.genhub.kie.runway;

import dev.genhub.kie.KieFamily;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;

/** What both dialects have in common: addresses, task types and rules. */
abstract class Runway implements KieFamily {

  static final String SUBMIT = "/api/v1/runway/generate";
  static final String EXTEND = "/api/v1/runway/extend";
  private static final int LONGEST_PROMPT = 1800;

  @Override
  public String taskType(Json parameters, List<String> offered) {
    return parameters.at("imageUrl").isPresent() ? "img2video" : "text2video";
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>();
    boolean extension = request.taskType().equals("extend_video");
    int length = request.prompt().length();
    boolean missing = request.prompt().isBlank() && (!extension || extensionNeedsPrompt());
    if (missing || length > LONGEST_PROMPT) {
      found.add(
          new Violation(
              "/prompt", "has " + length + " characters; 1 to " + LONGEST_PROMPT + " are allowed"));
    }
    boolean image = request.parameters().at("imageUrl").isPresent();
    boolean needsImage = request.taskType().equals("img2video");
    if (needsImage != image) {
      found.add(
          new Violation(
              "/parameters/imageUrl",
              request.taskType() + (needsImage ? " needs an image" : " takes no image")));
    }
    return found;
  }

  /** The published API asks what happens next; the flat one only for how long. */
  abstract boolean extensionNeedsPrompt();
}
