package dev.genhub.simulator.kie.guide;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.number;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;
import static dev.genhub.simulator.rule.FieldRule.urls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.kie.VeoImages;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;

/** Veo (integration guide, Veo 3.1 API). */
final class VeoGuide extends GuideFamily {

  private static final int QUALITY_CREDITS = 400;
  private static final int FAST_CREDITS = 80;
  private static final int SECONDS = 8;

  private static final RequestRules RULES =
      VeoImages.limit(
              RequestRules.of()
                  .required("prompt", text(5000))
                  .required("model", oneOf("veo3", "veo3_fast"))
                  .required("generationType", VeoImages.GENERATION_TYPE)
                  .optional("aspectRatio", oneOf("16:9", "9:16", "1:1"))
                  .optional("imageUrls", urls(3))
                  .optional("watermark", text(200))
                  .optional("enableTranslation", flag())
                  .optional("seeds", number(0, Long.MAX_VALUE))
                  .optional("callBackUrl", url()))
          .build();

  @Override
  public String name() {
    return "veo";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(new Submission("/api/v1/veo/generate", RULES, VeoGuide::order));
  }

  private static Order order(Fields body) {
    int credits = body.text("model").equals("veo3") ? QUALITY_CREDITS : FAST_CREDITS;
    return Order.of(Product.videos(1, body.text("aspectRatio")), credits, body);
  }

  @Override
  void announce(ObjectNode answer, Snapshot task) {
    answer.put("estimatedTime", estimate(task)).put("message", "Video generation started");
  }

  @Override
  public String recordPath() {
    return "/api/v1/veo/record-info";
  }

  @Override
  void addResult(ObjectNode answer, Snapshot task) {
    answer.put("videoUrl", task.fileUrl(0)).put("thumbnailUrl", task.thumbnailUrl());
    answer.put("duration", SECONDS).put("resolution", "720p");
  }
}
