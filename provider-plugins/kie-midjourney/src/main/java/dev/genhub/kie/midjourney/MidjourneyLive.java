package dev.genhub.kie.midjourney;

import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;

/**
 * Midjourney in the published API (docs.kie.ai, mj-api). The version is a field of its own, images
 * are a list, and videos have fields of theirs.
 */
final class MidjourneyLive extends Midjourney {

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
