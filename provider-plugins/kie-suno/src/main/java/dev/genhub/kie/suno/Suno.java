package dev.genhub.kie.suno;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieFamily;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What both dialects have in common: parameters and tracks. */
abstract class Suno implements KieFamily {

  /** The fields that have the same name everywhere; a custom instrumental needs no words. */
  static Json.ObjectBuilder body(GenerationRequest request) {
    return Json.object()
        .put("model", request.model())
        .putText("prompt", Optional.of(request.prompt()).filter(text -> !text.isBlank()))
        .copy(request.parameters(), "customMode", "instrumental", "style", "title")
        .copy(request.parameters(), "vocalGender", "negativeTags")
        .copy(request.parameters(), "styleWeight", "weirdnessConstraint", "audioWeight");
  }

  static List<Artifact> tracks(Json tracks) {
    return tracks.unwrapped().items().stream().flatMap(Suno::track).toList();
  }

  /** A track; its style goes by two names. */
  private static Stream<Artifact> track(Json track) {
    return Artifacts.file(ContentType.MUSIC, track.at("audioUrl"))
        .map(audio -> audio.withItemId(track.at("id").nonBlankText()))
        .map(audio -> audio.withTitle(track.at("title").nonBlankText()))
        .map(audio -> audio.withThumbnail(Artifacts.address(track.at("imageUrl"))))
        .map(audio -> audio.withDuration(track.at("duration").number()))
        .map(audio -> audio.withAudio(true))
        .map(audio -> audio.withStyle(style(track)));
  }

  private static Optional<String> style(Json track) {
    return track.at("style").nonBlankText().or(() -> track.at("tags").nonBlankText());
  }
}
