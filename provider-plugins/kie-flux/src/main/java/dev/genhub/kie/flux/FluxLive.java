package dev.genhub.kie.flux;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;

/** Flux Kontext (docs.kie.ai, flux-kontext-api). An input image makes the task an edit. */
final class FluxLive implements KieFamily {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .put("model", request.model())
            .put("inputImage", given.at("imageUrl"))
            .copy(given, "aspectRatio", "outputFormat", "promptUpsampling", "enableTranslation")
            .copy(given, "safetyTolerance", "watermark");
    return api.submit("/api/v1/flux/kontext/generate", body, context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/flux/kontext/record-info", task.taskId());
  }

  /** The one result is a text; the original beside it lives ten minutes only. */
  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return SuccessFlag.read(
        record,
        done ->
            Artifacts.file(ContentType.IMAGE, done.at("response").unwrapped().at("resultImageUrl"))
                .toList());
  }
}
