package dev.genhub.kie.midjourney;

import dev.genhub.kie.GuideWords;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;

/** Midjourney in the flat API (integration guide, Midjourney API). */
final class MidjourneyGuide extends Midjourney {

  @Override
  void addOwn(Json.ObjectBuilder body, GenerationRequest request) {
    body.put("model", request.model()).copy(request.parameters(), "speed", "imageUrl");
    if (request.taskType().equals("img2img")) {
      body.copy(request.parameters(), "strength");
    }
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, done -> results(done, task));
  }
}
