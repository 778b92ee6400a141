package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.oneOfNumbers;
import static dev.genhub.simulator.rule.FieldRule.steps;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;
import static dev.genhub.simulator.rule.FieldRule.urls;
import static dev.genhub.simulator.rule.FieldRule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.kie.KieFailure;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;
import java.util.Optional;

/** Midjourney (docs.kie.ai, mj-api, copies of 2025). Prices from a list of early 2026. */
final class MidjourneyLive implements LiveFamily {

  private static final int PICTURES = 4;

  private static final RequestRules RULES =
      RequestRules.of()
          .required(
              "taskType",
              oneOf(
                  "mj_txt2img",
                  "mj_img2img",
                  "mj_style_reference",
                  "mj_omni_reference",
                  "mj_video",
                  "mj_video_hd"))
          .required("prompt", text(2000))
          .optional("speed", oneOf("relaxed", "fast", "turbo"))
          .optional("fileUrls", urls(10))
          .optional("fileUrl", url())
          .optional(
              "aspectRatio",
              oneOf("1:2", "9:16", "2:3", "3:4", "5:6", "6:5", "4:3", "3:2", "1:1", "16:9", "2:1"))
          .optional("version", oneOf("7", "6.1", "6", "5.2", "5.1", "niji6"))
          .optional("variety", steps(0, 100, 5))
          .optional("stylization", whole(0, 1000))
          .optional("weirdness", whole(0, 3000))
          .optional("ow", whole(1, 1000))
          .optional("videoBatchSize", oneOfNumbers(1, 2, 4))
          .optional("motion", oneOf("high", "low"))
          .optional("enableTranslation", flag())
          .optional("waterMark", text(200))
          .optional("callBackUrl", url())
          .refused(
              body -> !isText(body) && !body.has("fileUrls") && !body.has("fileUrl"),
              "Please enter fileUrls.")
          .refused(
              body -> isVideo(body) && body.size("fileUrls") > 1, "a video takes one fileUrls item")
          .refused(
              body -> !isVideo(body) && (body.has("motion") || body.has("videoBatchSize")),
              "motion and videoBatchSize are for mj_video and mj_video_hd")
          .refused(
              body -> body.has("ow") && !body.text("taskType").equals("mj_omni_reference"),
              "ow is for mj_omni_reference")
          .build();

  private static final RequestRules OF_PICTURE_RULES =
      RequestRules.of()
          .required("taskId", text(100))
          .required("imageIndex", whole(0, 3))
          .optional("waterMark", text(200))
          .optional("callBackUrl", url())
          .build();

  private static final RequestRules EXTEND_RULES =
      RequestRules.of()
          .required("taskId", text(100))
          .required("taskType", oneOf("mj_video_extend_manual", "mj_video_extend_auto"))
          .required("index", whole(0, 3))
          .optional("prompt", text(2000))
          .optional("waterMark", text(200))
          .optional("callBackUrl", url())
          .refused(
              body ->
                  body.text("taskType").equals("mj_video_extend_manual")
                      && body.text("prompt").isBlank(),
              "Please enter prompt.")
          .build();

  private static boolean isText(Fields body) {
    return body.text("taskType").equals("mj_txt2img");
  }

  private static boolean isVideo(Fields body) {
    return body.text("taskType").startsWith("mj_video");
  }

  @Override
  public String name() {
    return "midjourney";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission("/api/v1/mj/generate", RULES, MidjourneyLive::order),
        new Submission("/api/v1/mj/generateUpscale", OF_PICTURE_RULES, body -> pictures(1, body)),
        new Submission("/api/v1/mj/generateVary", OF_PICTURE_RULES, body -> pictures(4, body)),
        new Submission("/api/v1/mj/generateVideoExtend", EXTEND_RULES, MidjourneyLive::order));
  }

  /** No price is known; a fast picture's was taken. */
  private static Order pictures(int count, Fields body) {
    return Order.of(Product.images(count, ""), price(""), body);
  }

  private static Order order(Fields body) {
    String ratio = body.text("aspectRatio");
    return isVideo(body)
        ? Order.of(
            Product.videos((int) Math.max(1, body.number("videoBatchSize")), ratio), 60, body)
        : Order.of(Product.images(PICTURES, ratio), price(body.text("speed")), body);
  }

  private static int price(String speed) {
    return switch (speed) {
      case "relaxed" -> 3;
      case "turbo" -> 16;
      default -> 8;
    };
  }

  @Override
  public String recordPath() {
    return "/api/v1/mj/record-info";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("taskType", task.request().text("taskType"));
    data.put("paramJson", task.request().body().toString());
    data.put("createTime", task.createdAt().toString());
    data.put("completeTime", task.succeeded() ? task.endsAt().toString() : null);
    SuccessFlag.put(data, task);
    if (task.succeeded()) {
      ArrayNode urls = data.putObject("resultInfoJson").putArray("resultUrls");
      task.fileUrls().forEach(url -> urls.addObject().put("resultUrl", url));
    } else {
      data.putNull("resultInfoJson");
    }
    return data;
  }

  /** Not recorded; assumed to be what families with the same kind of record say. */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(422, "The record does not exist"));
  }

  /** Knows the codes 200 and 500 only, and has plain texts where the record has objects. */
  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    ObjectNode body =
        task.failed()
            ? envelope(500, KieFailure.of(task).message())
            : envelope(200, "MJ task completed successfully.");
    ObjectNode data = body.putObject("data").put("taskId", task.id());
    data.put("promptJson", task.request().body().toString());
    data.set("resultUrls", task.succeeded() ? resultUrls(task) : data.arrayNode());
    return body;
  }
}
