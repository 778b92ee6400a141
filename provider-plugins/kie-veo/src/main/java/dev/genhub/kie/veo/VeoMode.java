package dev.genhub.kie.veo;

import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a new clip is made from. */
enum VeoMode {
  TEXT("text2video", "TEXT_2_VIDEO", 0, 0),
  FRAMES("img2video", "FIRST_AND_LAST_FRAMES_2_VIDEO", 1, 2),
  REFERENCE("reference2video", "REFERENCE_2_VIDEO", 1, 3);

  private static final int REFERENCE_SECONDS = 8;

  final String taskType;
  final String generationType;
  private final int fewestImages;
  private final int mostImages;

  VeoMode(String taskType, String generationType, int fewestImages, int mostImages) {
    this.taskType = taskType;
    this.generationType = generationType;
    this.fewestImages = fewestImages;
    this.mostImages = mostImages;
  }

  static VeoMode of(String taskType) {
    return find(mode -> mode.taskType.equals(taskType)).orElseThrow();
  }

  /** The mode that parameters name or, when they name none, imply by their images. */
  static VeoMode meant(Json parameters, List<String> offered) {
    String word = parameters.at("generationType").text().orElse("");
    int images = parameters.at("imageUrls").items().size();
    return find(mode -> mode.generationType.equals(word))
        .or(() -> find(mode -> mode.takes(images) && offered.contains(mode.taskType)))
        .orElse(FRAMES);
  }

  private static Optional<VeoMode> find(Predicate<VeoMode> wanted) {
    return Stream.of(values()).filter(wanted).findFirst();
  }

  private boolean takes(int images) {
    return images >= fewestImages && images <= mostImages;
  }

  /** What does not fit this mode. */
  List<Violation> check(Json given) {
    List<Violation> found = new ArrayList<>();
    String word = given.at("generationType").text().orElse(generationType);
    if (!word.equals(generationType)) {
      found.add(violation("generationType", "'" + word + "' contradicts taskType " + taskType));
    }
    int images = given.at("imageUrls").items().size();
    if (!takes(images)) {
      String allowed = taskType + " takes " + fewestImages + " to " + mostImages;
      found.add(violation("imageUrls", images + " images; " + allowed));
    }
    int seconds = given.at("duration").integer().orElse(REFERENCE_SECONDS);
    if (this == REFERENCE && seconds != REFERENCE_SECONDS) {
      found.add(violation("duration", seconds + " seconds; " + taskType + " takes 8"));
    }
    return found;
  }

  private static Violation violation(String parameter, String detail) {
    return new Violation("/parameters/" + parameter, detail);
  }
}
