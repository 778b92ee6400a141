package dev.genhub.simulator.kie.guide;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.url;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.kie.SunoModes;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;

/** Suno (integration guide, Music Generation API); 20 to 50 credits, 30 by way of example. */
final class SunoGuide extends GuideFamily {

  private static final int CREDITS = 30;
  private static final int TRACKS = 2;

  private static final RequestRules RULES =
      SunoModes.limit(
              SunoModes.fields(RequestRules.of())
                  .required("model", oneOf("V3_5", "V4", "V4_5", "V5"))
                  .optional("customMode", flag())
                  .optional("instrumental", flag())
                  .optional("callBackUrl", url()))
          .build();

  @Override
  public String name() {
    return "suno";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission(
            "/api/v1/suno/generate",
            RULES,
            body -> Order.of(Product.tracks(TRACKS), CREDITS, body)));
  }

  @Override
  void announce(ObjectNode answer, Snapshot task) {
    answer.put("estimatedTime", estimate(task)).put("message", "Music generation started");
  }

  @Override
  public String recordPath() {
    return "/api/v1/suno/record-info";
  }

  @Override
  void addResult(ObjectNode answer, Snapshot task) {
    Fields request = task.request();
    String title = request.text("title", task.title());
    ArrayNode tracks = answer.putArray("tracks");
    for (int number = 0; number < TRACKS; number++) {
      ObjectNode track = tracks.addObject().put("audioUrl", task.fileUrl(number));
      track.put("title", number == 0 ? title : title + " (Variation)");
      track.put("duration", SunoModes.TRACK_SECONDS).put("style", request.text("style"));
    }
  }

  @Override
  public List<CallbackStage> stages() {
    return SunoModes.STAGES;
  }
}
