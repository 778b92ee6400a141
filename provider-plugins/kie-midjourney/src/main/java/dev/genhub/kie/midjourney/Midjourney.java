package dev.genhub.kie.midjourney;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Map;

/** What both dialects have in common: addresses, kinds of task, and where results stand. */
abstract class Midjourney implements KieFamily {

  private static final Map<String, String> TASK_WORDS =
      Map.of("text2img", "mj_txt2img", "img2img", "mj_img2img", "img2video", "mj_video");

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    Json.ObjectBuilder body =
        Json.object()
            .put("taskType", TASK_WORDS.get(request.taskType()))
            .put("prompt", request.prompt())
            .copy(request.parameters(), "aspectRatio", "stylization");
    addOwn(body, request);
    return api.submit("/api/v1/mj/generate", body, context);
  }

  /** Adds the fields that only this dialect has. */
  abstract void addOwn(Json.ObjectBuilder body, GenerationRequest request);

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/mj/record-info", task.taskId());
  }

  /** The results stand in an object, which sometimes comes as text. */
  static List<Artifact> results(Json record, TaskRef task) {
    Json urls = record.at("resultInfoJson").unwrapped().at("resultUrls");
    return Artifacts.files(Artifacts.madeBy(task.taskType()), urls);
  }
}
