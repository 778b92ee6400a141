package dev.genhub.kie.suno;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieFamily;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What both dialects have in common: rules, parameters and tracks. */
abstract class Suno implements KieFamily {

  private static final int SIMPLE_PROMPT = 3000;
  private static final int OLD_CUSTOM_PROMPT = 3000;
  private static final int CUSTOM_PROMPT = 5000;
  private static final int OLD_STYLE = 200;

  /** The fields that have the same name everywhere. */
  private static final List<String> SHARED =
      List.of(
          "customMode",
          "instrumental",
          "style",
          "title",
          "vocalGender",
          "negativeTags",
          "styleWeight",
          "weirdnessConstraint",
          "audioWeight");

  @Override
  public String taskType(Json parameters, List<String> offered) {
    return "text2music";
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>();
    Json given = request.parameters();
    boolean custom = given.at("customMode").flag().orElse(false);
    boolean instrumental = given.at("instrumental").flag().orElse(false);
    boolean old = request.model().equals("V4") || request.model().equals("V3_5");
    int most = !custom ? SIMPLE_PROMPT : old ? OLD_CUSTOM_PROMPT : CUSTOM_PROMPT;
    int length = request.prompt().length();
    // only custom instrumentals need no words
    if (length > most || (request.prompt().isBlank() && !(custom && instrumental))) {
      found.add(
          new Violation("/prompt", "has " + length + " characters; 1 to " + most + " are allowed"));
    }
    if (old && given.at("style").text().orElse("").length() > OLD_STYLE) {
      found.add(
          new Violation(
              "/parameters/style", "is longer than " + OLD_STYLE + " characters for this model"));
    }
    return found;
  }

  static Json.ObjectBuilder body(GenerationRequest request) {
    Json.ObjectBuilder body = Json.object().put("model", request.model());
    if (!request.prompt().isBlank()) {
      body.put("prompt", request.prompt());
    }
    SHARED.forEach(name -> body.put(name, request.parameters().at(name)));
    return body;
  }

  /** A track; its style goes by two names. */
  static List<Artifact> track(Json track) {
    return Artifacts.address(track.at("audioUrl")).stream()
        .map(
            url ->
                new Artifact(
                    ContentType.MUSIC,
                    new Artifact.Source.Remote(url),
                    track.at("id").nonBlankText(),
                    track.at("title").nonBlankText(),
                    Artifacts.address(track.at("imageUrl")),
                    track.at("duration").number(),
                    Optional.empty(),
                    Optional.of(true),
                    track.at("style").nonBlankText().or(() -> track.at("tags").nonBlankText())))
        .toList();
  }

  static List<Artifact> tracks(Json tracks) {
    return tracks.items().stream().flatMap(track -> track(track).stream()).toList();
  }
}
