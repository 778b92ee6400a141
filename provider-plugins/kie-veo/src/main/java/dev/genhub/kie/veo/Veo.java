package dev.genhub.kie.veo;

import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.kie.KieReply;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;

/** What both dialects have in common: addresses, rules between images and mode, and 1080p. */
abstract class Veo implements KieFamily {

  @Override
  public String taskType(Json parameters, List<String> offered) {
    return VeoMode.meant(parameters, offered).taskType;
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    return FullHd.isAskedFor(request)
        ? FullHd.check(request)
        : VeoMode.of(request.taskType()).check(request.parameters());
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (FullHd.isAskedFor(request)) {
      return FullHd.read(api, FullHd.id(request));
    }
    Json given = request.parameters();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .put("model", request.model())
            .put("generationType", VeoMode.of(request.taskType()).generationType)
            .copy(given, "imageUrls", "enableTranslation", "watermark");
    addOwn(body, given);
    return api.submit("/api/v1/veo/generate", body, context);
  }

  /** Adds the fields that only this dialect has. */
  abstract void addOwn(Json.ObjectBuilder body, Json given);

  @Override
  public SubmitOutcome readSubmit(KieReply reply, GenerationRequest request) {
    return FullHd.isAskedFor(request)
        ? FullHd.submitted(reply, FullHd.id(request))
        : KieFamily.super.readSubmit(reply, request);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return FullHd.isOne(task)
        ? FullHd.read(api, task.taskId())
        : api.getTask("/api/v1/veo/record-info", task.taskId());
  }

  @Override
  public TaskStatus readStatus(KieReply reply, TaskRef task) {
    return FullHd.isOne(task) ? FullHd.status(reply) : KieFamily.super.readStatus(reply, task);
  }
}
