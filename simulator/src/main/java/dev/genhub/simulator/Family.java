package dev.genhub.simulator;

import java.math.BigDecimal;

/** The families of models that the simulator knows, with their usual prices in credits. */
enum Family {
  MJ("image/png", "png", 4),
  VEO("video/mp4", "mp4", 1),
  RUNWAY("video/mp4", "mp4", 1),
  SUNO("audio/wav", "wav", 2);

  final String mimeType;
  final String extension;
  final int results;

  Family(String mimeType, String extension, int results) {
    this.mimeType = mimeType;
    this.extension = extension;
    this.results = results;
  }

  /** What a task costs at KIE.AI, by the fields of the request. */
  BigDecimal price(boolean guide, Fields body) {
    return BigDecimal.valueOf(
        switch (this) {
          case MJ -> midjourney(guide, body);
          case VEO -> veo(guide, body);
          case RUNWAY -> runway(body);
          case SUNO -> guide ? 30 : 12;
        });
  }

  private static int midjourney(boolean guide, Fields body) {
    if (body.text("taskType").startsWith("mj_video")) {
      return guide ? 40 : 60;
    }
    return switch (body.text("speed")) {
      case "relaxed" -> 3;
      case "turbo" -> 16;
      default -> 8;
    };
  }

  private static int veo(boolean guide, Fields body) {
    String model = body.text("model");
    if (guide) {
      return model.equals("veo3") ? 400 : 80;
    }
    int[] row =
        switch (model) {
          case "veo3" -> new int[] {250, 255, 380};
          case "veo3_lite" -> new int[] {30, 35, 150};
          default -> new int[] {60, 65, 180};
        };
    return switch (body.text("resolution")) {
      case "1080p" -> row[1];
      case "4k" -> row[2];
      default -> row[0];
    };
  }

  private static int runway(Fields body) {
    boolean dear = body.number("duration") == 10 || body.number("additionalSeconds") == 10;
    return dear || body.text("quality").equals("1080p") ? 30 : 12;
  }
}
