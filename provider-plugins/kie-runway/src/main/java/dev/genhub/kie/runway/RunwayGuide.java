package dev.genhub.kie.runway;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.GuideWords;
import dev.genhub.kie.KieApi;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;

/**
 * Runway in the flat API (integration guide, Runway API). The guide gives no way to read a task's
 * state; it is taken to be the one of its other families.
 */
final class RunwayGuide extends Runway {

  private static final int USUAL_EXTENSION = 5;

  @Override
  boolean extensionNeedsPrompt() {
    return false;
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object().putText("callBackUrl", context.callback().map(URI::toString));
    if (request.taskType().equals("extend_video")) {
      body.put("taskId", request.parent().orElseThrow().taskId())
          .put(
              "additionalSeconds", given.at("additionalSeconds").integer().orElse(USUAL_EXTENSION));
      return api.post(EXTEND, body.build());
    }
    body.put("prompt", request.prompt())
        .put("imageUrl", given.at("imageUrl"))
        .put("duration", given.at("duration"))
        .put("model", request.model());
    return api.post(SUBMIT, body.build());
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/runway/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, done -> Artifacts.files(ContentType.VIDEO, done.at("videoUrl")));
  }
}
