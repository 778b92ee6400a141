package dev.genhub.kie.veo;

import java.util.Optional;
import java.util.stream.Stream;

/** What a new clip is made from. */
enum VeoMode {
  TEXT("text2video", "TEXT_2_VIDEO", 0, 0),
  FRAMES("img2video", "FIRST_AND_LAST_FRAMES_2_VIDEO", 1, 2),
  REFERENCE("reference2video", "REFERENCE_2_VIDEO", 1, 3);

  final String taskType;
  final String generationType;
  final int fewestImages;
  final int mostImages;

  VeoMode(String taskType, String generationType, int fewestImages, int mostImages) {
    this.taskType = taskType;
    this.generationType = generationType;
    this.fewestImages = fewestImages;
    this.mostImages = mostImages;
  }

  static Optional<VeoMode> ofTaskType(String word) {
    return Stream.of(values()).filter(mode -> mode.taskType.equals(word)).findFirst();
  }

  static Optional<VeoMode> ofGenerationType(String word) {
    return Stream.of(values()).filter(mode -> mode.generationType.equals(word)).findFirst();
  }
}
