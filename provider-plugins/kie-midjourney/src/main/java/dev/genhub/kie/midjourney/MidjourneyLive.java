package dev.genhub.kie.midjourney;

import dev.genhub.kie.KieApi;
import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;

/** Midjourney in the published API (docs.kie.ai, mj-api). The version is a field of its own. */
final class MidjourneyLive extends Midjourney {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    boolean video = request.taskType().equals("img2video");
    Json.ObjectBuilder body =
        Json.object()
            .put("taskType", TASK_WORDS.get(request.taskType()))
            .put("prompt", request.prompt())
            .put("version", version(request.model()))
            .put("aspectRatio", given.at("aspectRatio"))
            .put("stylization", given.at("stylization"))
            .put("variety", given.at("variety"))
            .put("weirdness", given.at("weirdness"))
            .put("enableTranslation", given.at("enableTranslation"))
            .put("waterMark", given.at("watermark"))
            .putText("callBackUrl", context.callback().map(URI::toString));
    given.at("imageUrl").text().ifPresent(url -> body.putTexts("fileUrls", List.of(url)));
    if (video) {
      body.put("motion", given.at("motion")).put("videoBatchSize", given.at("videoBatchSize"));
    } else {
      body.put("speed", given.at("speed"));
    }
    return api.post(SUBMIT, body.build());
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
