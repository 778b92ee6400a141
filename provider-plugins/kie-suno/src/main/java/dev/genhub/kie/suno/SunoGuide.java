package dev.genhub.kie.suno;

import dev.genhub.kie.GuideWords;
import dev.genhub.kie.KieApi;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;

/** Suno in the flat API (integration guide, Suno API). */
final class SunoGuide extends Suno {

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    return api.submit("/api/v1/suno/generate", body(request), context);
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/suno/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, done -> tracks(done.at("tracks")));
  }
}
