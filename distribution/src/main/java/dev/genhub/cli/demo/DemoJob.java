package dev.genhub.cli.demo;

import java.util.List;
import java.util.Map;

/**
 * One thing that the demo makes.
 *
 * @param label what people call it
 * @param request the body of {@code POST /v1/generations}
 */
record DemoJob(String label, Map<String, Object> request) {

  /** One of each kind. */
  static List<DemoJob> all() {
    return List.of(
        new DemoJob(
            "image",
            Map.of(
                "model", "midjourney-6",
                "prompt", "A serene mountain landscape at sunset with golden light",
                "parameters", Map.of("aspectRatio", "16:9"))),
        new DemoJob(
            "video",
            Map.of(
                "model", "veo3_fast",
                "prompt", "A drone shot flying over a futuristic city at sunset",
                "parameters", Map.of("aspectRatio", "16:9"))),
        new DemoJob(
            "song",
            Map.of(
                "model", "V4_5",
                "prompt", "A calm and relaxing piano track with soft melodies",
                "parameters",
                    Map.of(
                        "customMode",
                        true,
                        "instrumental",
                        true,
                        "style",
                        "Classical, Ambient",
                        "title",
                        "Peaceful Piano Meditation"))));
  }
}
