package dev.genhub.kie.suno;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ParentTask;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * An extension of a track (docs.kie.ai, suno-api, extend-music). When nothing is said about it, it
 * goes on as the track is; else KIE.AI wants the second at which it begins, its words, style and
 * title, of which the last two are the track's where the request has none.
 */
record Extension(GenerationRequest request) {

  private Json given(String name) {
    return request.parameters().at(name);
  }

  private ParentTask parent() {
    return request.parent().orElseThrow();
  }

  private boolean isAsTheTrack() {
    return request.prompt().isBlank()
        && Stream.of("continueAt", "style", "title").noneMatch(name -> given(name).isPresent());
  }

  private Optional<ParentTask.Item> track() {
    int index = given("trackIndex").integer().orElse(0);
    return parent().items().stream().skip(index).findFirst();
  }

  private Optional<String> style() {
    return given("style").text().or(() -> ofTrack(ParentTask.Item::style));
  }

  private Optional<String> title() {
    return given("title").text().or(() -> ofTrack(ParentTask.Item::title));
  }

  private Optional<String> ofTrack(Function<ParentTask.Item, Optional<String>> part) {
    return track().flatMap(part);
  }

  List<Violation> check() {
    List<Violation> found = new ArrayList<>();
    if (ofTrack(ParentTask.Item::id).isEmpty()) {
      int tracks = parent().items().size();
      found.add(missing("trackIndex", given("trackIndex") + "; the parent has " + tracks));
    }
    if (!isAsTheTrack()) {
      checkOwn(found);
    }
    return found;
  }

  private void checkOwn(List<Violation> found) {
    if (!given("continueAt").isPresent()) {
      found.add(missing("continueAt", "is required with a prompt, a style or a title"));
    }
    boolean sung = !parent().parameters().at("instrumental").flag().orElse(false);
    if (request.prompt().isBlank() && sung) {
      found.add(new Violation("/prompt", "is empty; words to sing from continueAt on are needed"));
    }
    if (style().isEmpty()) {
      found.add(missing("style", "is required, as the parent's is not known"));
    }
    if (title().isEmpty()) {
      found.add(missing("title", "is required, as the parent's is not known"));
    }
  }

  private static Violation missing(String parameter, String detail) {
    return new Violation("/parameters/" + parameter, detail);
  }

  Json.ObjectBuilder body() {
    Json.ObjectBuilder body =
        Json.object()
            .put("defaultParamFlag", !isAsTheTrack())
            .put("audioId", ofTrack(ParentTask.Item::id).orElseThrow())
            .put("model", request.model());
    if (isAsTheTrack()) {
      return body;
    }
    boolean instrumental = request.prompt().isBlank();
    if (!instrumental) {
      body.put("prompt", request.prompt());
    }
    return body.put("instrumental", instrumental)
        .put("continueAt", given("continueAt"))
        .putText("style", style())
        .putText("title", title());
  }
}
