package dev.genhub.simulator.kie;

import dev.genhub.simulator.rule.FieldRule;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;

/** Which images go with which way to make a Veo clip, the same in both dialects. */
public final class VeoImages {

  /** The ways. */
  public static final FieldRule GENERATION_TYPE =
      FieldRule.oneOf("TEXT_2_VIDEO", "FIRST_AND_LAST_FRAMES_2_VIDEO", "REFERENCE_2_VIDEO");

  private VeoImages() {}

  /** Adds the limits. */
  public static RequestRules.Builder limit(RequestRules.Builder rules) {
    return rules
        .refused(
            body -> is(body, "TEXT_2_VIDEO") && body.has("imageUrls"),
            "TEXT_2_VIDEO takes no imageUrls")
        .refused(
            body ->
                is(body, "FIRST_AND_LAST_FRAMES_2_VIDEO")
                    && (body.size("imageUrls") < 1 || body.size("imageUrls") > 2),
            "FIRST_AND_LAST_FRAMES_2_VIDEO takes 1 or 2 imageUrls")
        .refused(
            body -> isReference(body) && body.size("imageUrls") < 1,
            "REFERENCE_2_VIDEO takes 1 to 3 imageUrls");
  }

  /** Whether the images are a reference. */
  public static boolean isReference(Fields body) {
    return is(body, "REFERENCE_2_VIDEO");
  }

  private static boolean is(Fields body, String generationType) {
    return body.text("generationType").equals(generationType);
  }
}
