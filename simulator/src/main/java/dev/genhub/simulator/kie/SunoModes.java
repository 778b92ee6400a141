package dev.genhub.simulator.kie;

import static dev.genhub.simulator.rule.FieldRule.number;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;

import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import java.util.List;

/** What Suno's two modes ask for, and when it calls back, the same in both dialects. */
public final class SunoModes {

  /** The words are written. */
  public static final CallbackStage TEXT = new CallbackStage("text", 0.35);

  /** One track is made. */
  public static final CallbackStage FIRST = new CallbackStage("first", 0.7);

  /** When Suno calls back. */
  public static final List<CallbackStage> STAGES = List.of(TEXT, FIRST, CallbackStage.COMPLETE);

  /** How long the simulator's tracks are. */
  public static final double TRACK_SECONDS = 6;

  private SunoModes() {}

  /** Adds the fields that both dialects have, besides the model. */
  public static RequestRules.Builder fields(RequestRules.Builder rules) {
    return rules
        .optional("prompt", text(5000))
        .optional("style", text(1000))
        .optional("title", text(80))
        .optional("negativeTags", text(1000))
        .optional("vocalGender", oneOf("m", "f"))
        .optional("styleWeight", number(0, 1))
        .optional("weirdnessConstraint", number(0, 1))
        .optional("audioWeight", number(0, 1));
  }

  /** Adds what the modes ask for. */
  public static RequestRules.Builder limit(RequestRules.Builder rules) {
    return rules
        .refused(body -> isCustom(body) && blank(body, "style"), "Please enter style.")
        .refused(body -> isCustom(body) && blank(body, "title"), "Please enter title.")
        .refused(
            body -> blank(body, "prompt") && !(isCustom(body) && body.flag("instrumental")),
            "Please enter prompt.");
  }

  /** Whether the caller writes words and style. */
  public static boolean isCustom(Fields body) {
    return body.flag("customMode");
  }

  private static boolean blank(Fields body, String name) {
    return body.text(name).isBlank();
  }
}
