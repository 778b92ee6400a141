package dev.genhub.kie;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;

/** The smallest plugin of KIE.AI, on which what all of them share is tested. */
final class SamplePlugin extends KiePlugin {

  SamplePlugin() {
    super("kie-sample", "https://docs.kie.ai", new Family(true), new Family(false));
  }

  private record Family(boolean live) implements KieFamily {

    @Override
    public String taskType(Json parameters, List<String> offered) {
      return parameters.at("imageUrl").isPresent() ? "img2img" : "text2img";
    }

    @Override
    public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
      Json.ObjectBuilder body =
          Json.object()
              .put("prompt", request.prompt())
              .put("model", request.model())
              .copy(request.parameters(), "size", "imageUrl");
      return api.submit("/api/v1/sample/generate", body, context);
    }

    @Override
    public HttpCall status(KieApi api, TaskRef task) {
      return api.getTask("/api/v1/sample/record-info", task.taskId());
    }

    @Override
    public TaskStatus read(Json record, TaskRef task) {
      return live
          ? SuccessFlag.read(record, done -> Artifacts.files(ContentType.IMAGE, done.at("urls")))
          : GuideWords.read(record, done -> Artifacts.files(ContentType.IMAGE, done.at("urls")));
    }
  }
}
