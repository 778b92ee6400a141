package dev.genhub.kie.midjourney;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What both dialects have in common: addresses, task types, rules, and where results stand. */
abstract class Midjourney implements KieFamily {

  static final String SUBMIT = "/api/v1/mj/generate";
  private static final String STATUS = "/api/v1/mj/record-info";
  private static final int LONGEST_PROMPT = 2000;

  static final Map<String, String> TASK_WORDS =
      Map.of("text2img", "mj_txt2img", "img2img", "mj_img2img", "img2video", "mj_video");

  @Override
  public String taskType(Json parameters, List<String> offered) {
    return parameters.at("imageUrl").isPresent() ? "img2img" : "text2img";
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>();
    int length = request.prompt().length();
    if (request.prompt().isBlank() || length > LONGEST_PROMPT) {
      found.add(
          new Violation(
              "/prompt", "has " + length + " characters; 1 to " + LONGEST_PROMPT + " are allowed"));
    }
    boolean image = request.parameters().at("imageUrl").isPresent();
    boolean needsImage = !request.taskType().equals("text2img");
    if (needsImage != image) {
      found.add(
          new Violation(
              "/parameters/imageUrl",
              request.taskType() + (needsImage ? " needs an image" : " takes no image")));
    }
    return found;
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask(STATUS, task.taskId());
  }

  /**
   * Results stand in {@code resultInfoJson.resultUrls}: texts or objects with {@code resultUrl},
   * and the whole as an object or as text.
   */
  static List<Artifact> results(Json record, TaskRef task) {
    ContentType type = task.taskType().equals("img2video") ? ContentType.VIDEO : ContentType.IMAGE;
    return record.at("resultInfoJson").unwrapped().at("resultUrls").items().stream()
        .map(item -> item.isObject() ? item.at("resultUrl") : item)
        .flatMap(url -> Artifacts.files(type, url).stream())
        .toList();
  }
}
