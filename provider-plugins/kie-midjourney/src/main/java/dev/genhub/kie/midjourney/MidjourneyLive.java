package dev.genhub.kie.midjourney;

import dev.genhub.kie.KieApi;
import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Map;

/**
 * Midjourney in the published API (docs.kie.ai, mj-api). The version is a field of its own, images
 * are a list, and videos have fields of theirs. Each kind of follow-up has an address of its own.
 */
final class MidjourneyLive extends Midjourney {

  private static final Map<String, String> FOLLOW_UPS =
      Map.of(
          "upscale_image", "generateUpscale",
          "vary_image", "generateVary",
          "extend_video", "generateVideoExtend");

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (request.parent().isEmpty()) {
      return super.submit(api, request, context);
    }
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("taskId", request.parent().get().taskId())
            .put("waterMark", given.at("watermark"));
    if (request.taskType().equals("extend_video")) {
      addExtension(body.put("index", given.at("videoIndex")), request.prompt());
    } else {
      body.copy(given, "imageIndex");
    }
    return api.submit("/api/v1/mj/" + FOLLOW_UPS.get(request.taskType()), body, context);
  }

  /** With words the extension follows them, without it goes on by itself. */
  private static void addExtension(Json.ObjectBuilder body, String prompt) {
    if (prompt.isBlank()) {
      body.put("taskType", "mj_video_extend_auto");
    } else {
      body.put("taskType", "mj_video_extend_manual").put("prompt", prompt);
    }
  }

  @Override
  void addOwn(Json.ObjectBuilder body, GenerationRequest request) {
    Json given = request.parameters();
    body.put("version", version(request.model()))
        .copy(given, "variety", "weirdness", "enableTranslation")
        .put("waterMark", given.at("watermark"));
    given.at("imageUrl").text().ifPresent(url -> body.putTexts("fileUrls", List.of(url)));
    if (request.taskType().equals("img2video")) {
      body.copy(given, "motion", "videoBatchSize");
    } else {
      body.copy(given, "speed");
    }
  }

  /** {@code midjourney-6.1} is version {@code 6.1}; {@code midjourney-niji-6} is {@code niji6}. */
  private static String version(String model) {
    return model.substring("midjourney-".length()).replace("niji-", "niji");
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return SuccessFlag.read(record, done -> results(done, task));
  }
}
