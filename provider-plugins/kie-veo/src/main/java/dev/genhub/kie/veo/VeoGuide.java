package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.GuideWords;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;

/** Veo in the flat API (integration guide, Veo 3.1 API). */
final class VeoGuide extends Veo {

  @Override
  void addOwn(Json.ObjectBuilder body, Json given) {
    body.copy(given, "aspectRatio", "seeds");
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, VeoGuide::clip);
  }

  private static List<Artifact> clip(Json record) {
    return Artifacts.file(ContentType.VIDEO, record.at("videoUrl"))
        .map(clip -> clip.withThumbnail(Artifacts.address(record.at("thumbnailUrl"))))
        .map(clip -> clip.withDuration(record.at("duration").number()))
        .map(clip -> clip.withResolution(record.at("resolution").nonBlankText()))
        .map(clip -> clip.withAudio(true)) // "8s videos with audio"
        .toList();
  }
}
