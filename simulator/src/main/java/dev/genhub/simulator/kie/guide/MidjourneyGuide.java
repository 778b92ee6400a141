package dev.genhub.simulator.kie.guide;

import static dev.genhub.simulator.rule.FieldRule.matching;
import static dev.genhub.simulator.rule.FieldRule.number;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;

/** Midjourney (integration guide, Midjourney API). A video comes in four variants too. */
final class MidjourneyGuide extends GuideFamily {

  private static final int VARIANTS = 4;
  private static final int PICTURE_CREDITS = 8;
  private static final int VIDEO_CREDITS = 40;

  private static final RequestRules RULES =
      RequestRules.of()
          .required("prompt", text(5000))
          .required("taskType", oneOf("mj_txt2img", "mj_img2img", "mj_video"))
          .optional("aspectRatio", matching("\\d{1,2}:\\d{1,2}", "a ratio such as 16:9"))
          .optional("stylization", number(0, 1000))
          .optional("speed", oneOf("fast", "quality"))
          .optional("model", text(40))
          .optional("imageUrl", url())
          .optional("strength", number(0.1, 1))
          .optional("callBackUrl", url())
          .refused(
              body -> !body.text("taskType").equals("mj_txt2img") && !body.has("imageUrl"),
              "Please enter imageUrl.")
          .build();

  @Override
  public String name() {
    return "midjourney";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(new Submission("/api/v1/mj/generate", RULES, MidjourneyGuide::order));
  }

  private static Order order(Fields body) {
    String ratio = body.text("aspectRatio");
    return body.text("taskType").equals("mj_video")
        ? Order.of(Product.videos(VARIANTS, ratio), VIDEO_CREDITS, body)
        : Order.of(Product.images(VARIANTS, ratio), PICTURE_CREDITS, body);
  }

  @Override
  public String recordPath() {
    return "/api/v1/mj/record-info";
  }

  @Override
  void describe(ObjectNode answer, Snapshot task) {
    answer.put("taskType", task.request().text("taskType"));
    answer.set("paramJson", task.request().body());
  }

  @Override
  void addResult(ObjectNode answer, Snapshot task) {
    ArrayNode urls = answer.putObject("resultInfoJson").putArray("resultUrls");
    task.fileUrls().forEach(urls::add);
  }
}
