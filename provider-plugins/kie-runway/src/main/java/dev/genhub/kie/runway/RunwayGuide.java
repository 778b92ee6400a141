package dev.genhub.kie.runway;

import dev.genhub.kie.GuideWords;
import dev.genhub.kie.KieApi;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;

/**
 * Runway in the flat API (integration guide, Runway API). The guide gives no way to read a task's
 * state; address and record are taken to be those of its other families.
 */
final class RunwayGuide extends Runway {

  @Override
  void addOwn(Json.ObjectBuilder body, GenerationRequest request) {
    body.put("model", request.model());
  }

  @Override
  void addExtension(Json.ObjectBuilder body, GenerationRequest request) {
    body.copy(request.parameters(), "additionalSeconds");
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return api.getTask("/api/v1/runway/record-info", task.taskId());
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, RunwayGuide::clips);
  }

  private static List<Artifact> clips(Json record) {
    return clip(record.at("videoUrl"), record.at("thumbnailUrl")).stream()
        .map(clip -> clip.withDuration(record.at("duration").number()))
        .map(clip -> clip.withResolution(record.at("resolution").nonBlankText()))
        .toList();
  }
}
