package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/** Veo in the published API (docs.kie.ai, veo3-api). */
final class VeoLive extends Veo {

  @Override
  void addOwn(Json.ObjectBuilder body, Json given) {
    body.put("aspect_ratio", given.at("aspectRatio"))
        .put("resolution", given.at("resolution"))
        .put("duration", given.at("duration"));
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return SuccessFlag.read(record, done -> clips(done.at("response").unwrapped()));
  }

  private static List<Artifact> clips(Json response) {
    Optional<String> resolution = response.at("resolution").nonBlankText();
    return Artifacts.files(ContentType.VIDEO, response.at("resultUrls")).stream()
        .map(clip -> withResolution(clip, resolution))
        .toList();
  }

  private static Artifact withResolution(Artifact clip, Optional<String> resolution) {
    // Veo's clips have sound
    return new Artifact(
        clip.contentType(),
        clip.source(),
        clip.itemId(),
        clip.title(),
        clip.thumbnail(),
        clip.duration(),
        resolution,
        Optional.of(true),
        clip.style());
  }
}
