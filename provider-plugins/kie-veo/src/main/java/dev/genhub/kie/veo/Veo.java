package dev.genhub.kie.veo;

import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.kie.KieReply;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Map;

/** What both dialects have in common: addresses, ways to make a clip, and larger versions. */
abstract class Veo implements KieFamily {

  private static final Map<String, String> GENERATION_TYPES =
      Map.of(
          "text2video", "TEXT_2_VIDEO",
          "img2video", "FIRST_AND_LAST_FRAMES_2_VIDEO",
          "reference2video", "REFERENCE_2_VIDEO");

  private static final int MOST_FRAMES = 2;

  /** What {@code generationType} says or, without it, what the images imply. */
  @Override
  public String taskType(Json parameters, List<String> offered) {
    Json word = parameters.at("generationType");
    int images = parameters.at("imageUrls").items().size();
    boolean references = images > MOST_FRAMES && offered.contains("reference2video");
    return GENERATION_TYPES.entrySet().stream()
        .filter(way -> word.equals(Json.of(way.getValue())))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(images == 0 ? "text2video" : references ? "reference2video" : "img2video");
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (isUpscale(request)) {
      return Version.of(request).order(api, clip(request), context);
    }
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .put("model", request.model())
            .put("generationType", GENERATION_TYPES.get(request.taskType()))
            .copy(given, "imageUrls", "enableTranslation", "watermark");
    addOwn(body, given);
    return api.submit("/api/v1/veo/generate", body, context);
  }

  private static boolean isUpscale(GenerationRequest request) {
    return request.taskType().equals("upscale_video");
  }

  /** The clip that a follow-up works on. */
  static String clip(GenerationRequest followUp) {
    return followUp.parent().orElseThrow().taskId();
  }

  /** Adds the fields of a new clip that only this dialect has. */
  abstract void addOwn(Json.ObjectBuilder body, Json given);

  @Override
  public SubmitOutcome readSubmit(KieReply reply, GenerationRequest request) {
    if (!isUpscale(request)) {
      return KieFamily.super.readSubmit(reply, request);
    }
    Version version = Version.of(request);
    return version.submitted(reply, version.id(request));
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return Version.of(task)
        .map(version -> version.read(api, task))
        .orElseGet(() -> api.getTask("/api/v1/veo/record-info", task.taskId()));
  }

  @Override
  public TaskStatus readStatus(KieReply reply, TaskRef task) {
    return Version.of(task)
        .map(version -> version.status(reply))
        .orElseGet(() -> KieFamily.super.readStatus(reply, task));
  }
}
