package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.oneOfNumbers;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Runway (docs.kie.ai, runway-api, 2026; prices of June 2026). */
final class RunwayLive implements LiveFamily {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private static final RequestRules RULES =
      RequestRules.of()
          .required("prompt", text(1800))
          .required("duration", oneOfNumbers(5, 10))
          .required("quality", oneOf("720p", "1080p"))
          .optional("imageUrl", url())
          .optional("aspectRatio", oneOf("16:9", "4:3", "1:1", "3:4", "9:16"))
          .optional("waterMark", text(200))
          .optional("callBackUrl", url())
          .refused(
              body -> body.number("duration") == 10 && isFullHd(body),
              "a clip of 10 seconds cannot be 1080p")
          .refused(
              body -> !body.has("imageUrl") && !body.has("aspectRatio"),
              "Please enter aspectRatio.")
          .build();

  private static final RequestRules EXTEND_RULES =
      RequestRules.of()
          .required("taskId", text(100))
          .required("prompt", text(1800))
          .required("quality", oneOf("720p", "1080p"))
          .optional("waterMark", text(200))
          .optional("callBackUrl", url())
          .build();

  private static boolean isFullHd(Fields body) {
    return body.text("quality").equals("1080p");
  }

  @Override
  public String name() {
    return "runway";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission("/api/v1/runway/generate", RULES, RunwayLive::order),
        new Submission("/api/v1/runway/extend", EXTEND_RULES, RunwayLive::order));
  }

  private static Order order(Fields body) {
    boolean dear = body.number("duration") == 10 || isFullHd(body);
    return Order.of(Product.videos(1, body.text("aspectRatio")), dear ? 30 : 12, body);
  }

  @Override
  public String recordPath() {
    return "/api/v1/runway/record-detail";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("parentTaskId", task.task().parentId());
    ObjectNode param = data.putObject("generateParam").put("prompt", task.prompt());
    param.put("imageUrl", task.request().text("imageUrl"));
    param.put("expandPrompt", false);
    data.put("state", state(task)).put("expireFlag", 0);
    if (task.failed()) {
      KieFailure failure = KieFailure.of(task);
      data.put("failCode", failure.code()).put("failMsg", failure.message());
    }
    if (task.succeeded()) {
      data.put("generateTime", TIME.format(task.endsAt()));
      ObjectNode video = data.putObject("videoInfo").put("videoId", videoId(task));
      video.put("taskId", task.id());
      video.put("videoUrl", task.fileUrl(0)).put("imageUrl", task.thumbnailUrl());
    }
    return data;
  }

  private static String state(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED -> task.progress() < 0.07 ? "wait" : "queueing";
      case RUNNING -> "generating";
      case SUCCEEDED -> "success";
      case FAILED -> "fail";
      case UNKNOWN -> "dreaming";
    };
  }

  private static String videoId(Snapshot task) {
    return "video-" + task.id();
  }

  /** A success without a record (recorded 2026-06-27). */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.empty();
  }

  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    KieFailure failure = KieFailure.of(task);
    ObjectNode body =
        task.failed()
            ? envelope(failure.code(), failure.message())
            : envelope(200, "All generated successfully.");
    ObjectNode data = body.putObject("data").put("task_id", task.id());
    data.put("video_id", task.succeeded() ? videoId(task) : "");
    data.put("video_url", task.succeeded() ? task.fileUrl(0) : "");
    data.put("image_url", task.succeeded() ? task.thumbnailUrl() : "");
    return body;
  }
}
