package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.SuccessFlag;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.List;

/** Veo in the published API (docs.kie.ai, veo3-api), whose fields are of both spellings. */
final class VeoLive extends Veo {

  @Override
  void addOwn(Json.ObjectBuilder body, Json given) {
    body.put("aspect_ratio", given.at("aspectRatio")).copy(given, "resolution", "duration");
  }

  @Override
  public TaskStatus read(Json record, TaskRef task) {
    return SuccessFlag.read(record, done -> clips(done.at("response").unwrapped()));
  }

  private static List<Artifact> clips(Json response) {
    return Artifacts.files(ContentType.VIDEO, response.at("resultUrls")).stream()
        .map(clip -> clip.withResolution(response.at("resolution").nonBlankText()))
        .map(clip -> clip.withAudio(true)) // Veo's clips have sound
        .toList();
  }
}
