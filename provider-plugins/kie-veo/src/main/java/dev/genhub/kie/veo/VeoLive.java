package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
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
import java.util.Map;
import java.util.stream.Stream;

/** Veo in the published API (docs.kie.ai, veo3-api), whose fields are of both spellings. */
final class VeoLive extends Veo {

  /** An extension calls the models by other names. */
  private static final Map<String, String> MODELS =
      Map.of("veo3_fast", "fast", "veo3", "quality", "veo3_lite", "lite");

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (!request.taskType().equals("extend_video")) {
      return super.submit(api, request, context);
    }
    Json.ObjectBuilder body =
        Json.object()
            .put("taskId", clip(request))
            .put("prompt", request.prompt())
            .put("model", MODELS.get(request.model()))
            .copy(request.parameters(), "seeds", "watermark");
    return api.submit("/api/v1/veo/extend", body, context);
  }

  @Override
  void addOwn(Json.ObjectBuilder body, Json given) {
    body.put("aspect_ratio", given.at("aspectRatio")).copy(given, "resolution", "duration");
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return SuccessFlag.read(record, done -> clips(done.at("response").unwrapped()));
  }

  /** After an extension the whole clip, old and new, follows the new part. */
  private static List<Artifact> clips(Json response) {
    return Stream.of("resultUrls", "fullResultUrls")
        .flatMap(name -> Artifacts.files(ContentType.VIDEO, response.at(name)).stream())
        .map(clip -> clip.withResolution(response.at("resolution").nonBlankText()))
        .map(clip -> clip.withAudio(true)) // Veo's clips have sound
        .toList();
  }
}
