package dev.genhub.kie.runway;

import dev.genhub.kie.KieApi;
import dev.genhub.kie.StateWords;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Set;

/** Runway in the published API (docs.kie.ai, runway-api), which has no model field. */
final class RunwayLive extends Runway {

  private static final Set<String> RUNNING = Set.of("wait", "queueing", "generating");

  @Override
  void addOwn(Json.ObjectBuilder body, GenerationRequest request) {
    body.copy(request.parameters(), "quality")
        .put("waterMark", request.parameters().at("watermark"));
    if (request.taskType().equals("text2video")) {
      body.copy(request.parameters(), "aspectRatio");
    }
  }

  @Override
  void addExtension(Json.ObjectBuilder body, GenerationRequest request) {
    body.put("prompt", request.prompt())
        .copy(request.parameters(), "quality")
        .put("waterMark", request.parameters().at("watermark"));
  }

  /** The one family whose status is called record-detail. */
  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/runway/record-detail", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return StateWords.read(record, RUNNING, done -> clips(done.at("videoInfo").unwrapped()));
  }

  private static List<Artifact> clips(Json video) {
    return clip(video.at("videoUrl"), video.at("imageUrl")).stream()
        .map(clip -> clip.withItemId(video.at("videoId").nonBlankText()))
        .toList();
  }
}
