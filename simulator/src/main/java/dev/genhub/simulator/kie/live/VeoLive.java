package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.oneOfNumbers;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;
import static dev.genhub.simulator.rule.FieldRule.urls;
import static dev.genhub.simulator.rule.FieldRule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.kie.KieFailure;
import dev.genhub.simulator.kie.VeoImages;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Veo 3.1 (docs.kie.ai, veo3-api, 2026; records as read on 2026-08-06; prices of June 2026). */
final class VeoLive implements LiveFamily {

  private static final String USUAL_MODEL = "veo3_fast";
  private static final String USUAL_RESOLUTION = "720p";
  private static final int GENERATION_FAILED = 501;

  private static final Map<String, Map<String, Integer>> PRICES =
      Map.of(
          "veo3", Map.of("720p", 250, "1080p", 255, "4k", 380),
          "veo3_fast", Map.of("720p", 60, "1080p", 65, "4k", 180),
          "veo3_lite", Map.of("720p", 30, "1080p", 35, "4k", 150));

  private static final RequestRules RULES =
      VeoImages.limit(
              RequestRules.of()
                  .required("prompt", text(5000))
                  .optional("model", oneOf("veo3", "veo3_fast", "veo3_lite"))
                  .optional("generationType", VeoImages.GENERATION_TYPE)
                  .optional("imageUrls", urls(3))
                  // both are taken (recorded 2026-08-06)
                  .optional("aspect_ratio", oneOf("16:9", "9:16", "Auto"))
                  .optional("aspectRatio", oneOf("16:9", "9:16", "Auto"))
                  .optional("resolution", oneOf("720p", "1080p", "4k"))
                  .optional("duration", oneOfNumbers(4, 6, 8))
                  .optional("enableTranslation", flag())
                  .optional("enableFallback", flag())
                  .optional("watermark", text(200))
                  .optional("callBackUrl", url()))
          .refused(
              body -> VeoImages.isReference(body) && body.text("model").equals("veo3"),
              "REFERENCE_2_VIDEO is for veo3_fast and veo3_lite")
          .refused(
              body ->
                  VeoImages.isReference(body)
                      && body.has("duration")
                      && body.number("duration") != 8,
              "REFERENCE_2_VIDEO takes 8 seconds")
          .build();

  private static final Map<String, Integer> EXTENSION_PRICES =
      Map.of("lite", 30, "fast", 60, "quality", 250);

  private static final RequestRules EXTEND_RULES =
      RequestRules.of()
          .required("taskId", text(100))
          .required("prompt", text(5000))
          .optional("seeds", whole(10_000, 99_999))
          .optional("model", oneOf("fast", "quality", "lite"))
          .optional("watermark", text(200))
          .optional("callBackUrl", url())
          .build();

  @Override
  public String name() {
    return "veo";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission("/api/v1/veo/generate", RULES, VeoLive::order),
        new Submission("/api/v1/veo/extend", EXTEND_RULES, VeoLive::orderExtension));
  }

  /** The extension and, behind it, the whole clip. */
  private static Order orderExtension(Fields body) {
    int price = EXTENSION_PRICES.get(body.text("model", "fast"));
    return Order.of(Product.videos(2, ""), price, body);
  }

  private static Order order(Fields body) {
    String ratio = body.text("aspect_ratio", body.text("aspectRatio"));
    int price =
        PRICES.get(body.text("model", USUAL_MODEL)).get(body.text("resolution", USUAL_RESOLUTION));
    return Order.of(Product.videos(1, ratio), price, body);
  }

  @Override
  public String recordPath() {
    return "/api/v1/veo/record-info";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("paramJson", task.request().body().toString()).put("fallbackFlag", false);
    data.put("createTime", task.createdAt().toEpochMilli());
    SuccessFlag.put(data, task);
    if (task.succeeded()) {
      data.put("completeTime", task.endsAt().toEpochMilli());
      ObjectNode response = data.putObject("response").put("taskId", task.id());
      response.putArray("resultUrls").add(task.fileUrl(0));
      response.putNull("originUrls").put("resolution", resolution(task));
      if (task.task().parentId().isEmpty()) {
        response.putNull("fullResultUrls");
      } else {
        response.putArray("fullResultUrls").add(task.fileUrl(1));
      }
    } else {
      data.putNull("completeTime").putNull("response");
    }
    return data;
  }

  private static String resolution(Snapshot task) {
    return task.request().text("resolution", USUAL_RESOLUTION);
  }

  /** Recorded 2026-07-03. */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(422, "Record not found for taskId: " + taskId));
  }

  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    KieFailure failure = KieFailure.of(task);
    int failureCode = task.contentRejected() ? failure.code() : GENERATION_FAILED;
    ObjectNode body =
        task.failed()
            ? envelope(failureCode, failure.message())
            : envelope(200, "Veo3.1 video generated successfully.");
    ObjectNode data = body.putObject("data").put("taskId", task.id());
    data.put("fallbackFlag", false);
    if (task.succeeded()) {
      ObjectNode info = data.putObject("info").put("resolution", resolution(task));
      info.putArray("resultUrls").add(task.fileUrl(0));
    }
    return body;
  }
}
