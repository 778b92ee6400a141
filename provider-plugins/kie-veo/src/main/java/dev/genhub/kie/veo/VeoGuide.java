package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.GuideWords;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/** Veo in the flat API (integration guide, Veo 3.1 API). */
final class VeoGuide extends Veo {

  @Override
  void addOwn(Json.ObjectBuilder body, Json given) {
    body.put("aspectRatio", given.at("aspectRatio")).put("seeds", given.at("seeds"));
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return GuideWords.read(record, VeoGuide::clip);
  }

  private static List<Artifact> clip(Json record) {
    return Artifacts.address(record.at("videoUrl")).stream()
        .map(
            url ->
                new Artifact(
                    ContentType.VIDEO,
                    new Artifact.Source.Remote(url),
                    Optional.empty(),
                    Optional.empty(),
                    Artifacts.address(record.at("thumbnailUrl")),
                    record.at("duration").number(),
                    record.at("resolution").nonBlankText(),
                    Optional.of(true),
                    Optional.empty()))
        .toList();
  }
}
