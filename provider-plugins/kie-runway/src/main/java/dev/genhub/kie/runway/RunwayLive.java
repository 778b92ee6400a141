package dev.genhub.kie.runway;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFailures;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Runway in the published API (docs.kie.ai, runway-api), which has no model field. */
final class RunwayLive extends Runway {

  @Override
  boolean extensionNeedsPrompt() {
    return true;
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .put("quality", given.at("quality"))
            .put("waterMark", given.at("watermark"))
            .putText("callBackUrl", context.callback().map(URI::toString));
    if (request.taskType().equals("extend_video")) {
      body.put("taskId", request.parent().orElseThrow().taskId());
      return api.post(EXTEND, body.build());
    }
    body.put("duration", given.at("duration")).put("imageUrl", given.at("imageUrl"));
    if (request.taskType().equals("text2video")) {
      body.put("aspectRatio", given.at("aspectRatio"));
    }
    return api.post(SUBMIT, body.build());
  }

  /** The one family whose status is called record-detail. */
  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/runway/record-detail", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    String state = record.at("state").text().orElse("");
    return switch (state) {
      case "wait", "queueing", "generating" -> TaskStatus.Running.unmeasured();
      case "success" -> Artifacts.success(clip(record.at("videoInfo").unwrapped()), record);
      case "fail" ->
          new TaskStatus.Failed(
              KieFailures.taskFailed(
                  record.at("failCode").text().orElse(""), record.at("failMsg").text().orElse("")));
      default -> new TaskStatus.Unrecognised("state '" + state + "'");
    };
  }

  private static List<Artifact> clip(Json video) {
    return Artifacts.address(video.at("videoUrl")).stream()
        .map(
            url ->
                new Artifact(
                    ContentType.VIDEO,
                    new Artifact.Source.Remote(url),
                    video.at("videoId").nonBlankText(),
                    Optional.empty(),
                    Artifacts.address(video.at("imageUrl")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty()))
        .toList();
  }
}
