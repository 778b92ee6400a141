package dev.genhub.kie.fouro;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.kie.Progress;
import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;

/** GPT-4o's images (docs.kie.ai, 4o-image-api). The model has no field of its own. */
final class FourOLive implements KieFamily {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object().put("size", given.at("aspectRatio")).put("filesUrl", given.at("imageUrls"));
    if (!request.prompt().isBlank()) {
      body.put("prompt", request.prompt());
    }
    return api.submit("/api/v1/gpt4o-image/generate", body, context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/gpt4o-image/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    TaskStatus status = SuccessFlag.read(record, FourOLive::results);
    return status instanceof TaskStatus.Running
        ? new TaskStatus.Running(Progress.ofShare(record.at("progress")))
        : status;
  }

  /** Pages of the documentation disagree about the name. */
  private static List<Artifact> results(Json record) {
    Json response = record.at("response").unwrapped();
    Json urls = response.at("resultUrls");
    return Artifacts.files(ContentType.IMAGE, urls.isPresent() ? urls : response.at("result_urls"));
  }
}
