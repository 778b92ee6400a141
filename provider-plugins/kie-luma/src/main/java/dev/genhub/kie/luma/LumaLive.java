package dev.genhub.kie.luma;

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

/** Luma's Modify (docs.kie.ai, luma-api, copies of 2025; gone from there by July 2026). */
final class LumaLive implements KieFamily {

  /** The clip is made, only KIE.AI's own callback did not get through. */
  private static final String NOT_REPORTED = "4";

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .copy(request.parameters(), "videoUrl", "watermark");
    return api.submit("/api/v1/modify/generate", body, context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/modify/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    boolean notReported = record.at("successFlag").text().orElse("").equals(NOT_REPORTED);
    return notReported
        ? Artifacts.success(clips(record))
        : SuccessFlag.read(record, LumaLive::clips);
  }

  private static List<Artifact> clips(Json record) {
    return Artifacts.files(ContentType.VIDEO, record.at("response").unwrapped().at("resultUrls"));
  }
}
