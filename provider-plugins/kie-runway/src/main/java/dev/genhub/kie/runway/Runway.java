package dev.genhub.kie.runway;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.json.Json;
import java.util.List;

/** What both dialects have in common: addresses, and the clip. */
abstract class Runway implements KieFamily {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (request.taskType().equals("extend_video")) {
      Json.ObjectBuilder body =
          Json.object().put("taskId", request.parent().orElseThrow().taskId());
      addExtension(body, request);
      return api.submit("/api/v1/runway/extend", body, context);
    }
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .copy(request.parameters(), "duration", "imageUrl");
    addOwn(body, request);
    return api.submit("/api/v1/runway/generate", body, context);
  }

  /** Adds the fields of a new clip that only this dialect has. */
  abstract void addOwn(Json.ObjectBuilder body, GenerationRequest request);

  /** Adds the fields of an extension, of which the dialects share only the parent's id. */
  abstract void addExtension(Json.ObjectBuilder body, GenerationRequest request);

  static List<Artifact> clip(Json url, Json thumbnail) {
    return Artifacts.file(ContentType.VIDEO, url)
        .map(clip -> clip.withThumbnail(Artifacts.address(thumbnail)))
        .toList();
  }
}
