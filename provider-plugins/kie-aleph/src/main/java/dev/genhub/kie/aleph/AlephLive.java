package dev.genhub.kie.aleph;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
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

/** Aleph (docs.kie.ai, runway-api, whose paths do not hold the word runway here). */
final class AlephLive implements KieFamily {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .copy(given, "videoUrl", "aspectRatio", "seed")
            .put("referenceImage", given.at("imageUrl"))
            .put("waterMark", given.at("watermark"));
    return api.submit("/api/v1/aleph/generate", body, context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/aleph/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return SuccessFlag.read(record, done -> clip(done.at("response").unwrapped()));
  }

  private static List<Artifact> clip(Json response) {
    return Artifacts.file(ContentType.VIDEO, response.at("resultVideoUrl"))
        .map(clip -> clip.withThumbnail(Artifacts.address(response.at("resultImageUrl"))))
        .toList();
  }
}
