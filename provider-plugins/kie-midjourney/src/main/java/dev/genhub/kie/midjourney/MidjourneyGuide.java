package dev.genhub.kie.midjourney;

import dev.genhub.kie.GuideWords;
import dev.genhub.kie.KieApi;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;

/** Midjourney in the flat API (integration guide, Midjourney API). */
final class MidjourneyGuide extends Midjourney {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .put("taskType", TASK_WORDS.get(request.taskType()))
            .put("model", request.model())
            .put("aspectRatio", given.at("aspectRatio"))
            .put("stylization", given.at("stylization"))
            .put("speed", given.at("speed"))
            .put("imageUrl", given.at("imageUrl"))
            .putText("callBackUrl", context.callback().map(URI::toString));
    if (request.taskType().equals("img2img")) {
      body.put("strength", given.at("strength"));
    }
    return api.post(SUBMIT, body.build());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, done -> results(done, task));
  }
}
