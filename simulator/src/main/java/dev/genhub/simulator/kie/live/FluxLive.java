package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;
import static dev.genhub.simulator.rule.FieldRule.whole;

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
import java.util.List;
import java.util.Optional;

/** Flux Kontext (docs.kie.ai, flux-kontext-api, 2025 and 2026; prices of June 2026). */
final class FluxLive implements LiveFamily {

  private static final String MAX = "flux-kontext-max";
  private static final int TOLERANCE_OF_EDITS = 2;

  private static final RequestRules RULES =
      RequestRules.of()
          .required("prompt", text(5000))
          .optional("model", oneOf("flux-kontext-pro", MAX))
          .optional("inputImage", url())
          .optional("aspectRatio", oneOf("21:9", "16:9", "4:3", "1:1", "3:4", "9:16"))
          .optional("outputFormat", oneOf("jpeg", "png"))
          .optional("promptUpsampling", flag())
          .optional("enableTranslation", flag())
          .optional("safetyTolerance", whole(0, 6))
          .optional("uploadCn", flag())
          .optional("watermark", text(200))
          .optional("callBackUrl", url())
          .refused(
              body -> body.has("inputImage") && body.number("safetyTolerance") > TOLERANCE_OF_EDITS,
              "safetyTolerance of an edit is from 0 to 2")
          .build();

  @Override
  public String name() {
    return "flux";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(new Submission("/api/v1/flux/kontext/generate", RULES, FluxLive::order));
  }

  private static Order order(Fields body) {
    int credits = body.text("model").equals(MAX) ? 10 : 5;
    return Order.of(Product.images(1, body.text("aspectRatio", "16:9")), credits, body);
  }

  @Override
  public String recordPath() {
    return "/api/v1/flux/kontext/record-info";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("paramJson", task.request().body().toString());
    data.put("createTime", task.createdAt().toString());
    data.put("completeTime", task.succeeded() ? task.endsAt().toString() : null);
    SuccessFlag.put(data, task);
    data.set("response", task.succeeded() ? images(task) : null);
    return data;
  }

  private ObjectNode images(Snapshot task) {
    return object()
        .put("originImageUrl", task.fileUrl(0) + "?origin=true")
        .put("resultImageUrl", task.fileUrl(0));
  }

  /** Recorded 2026-06-27. */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(422, "The record does not exist"));
  }

  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    KieFailure failure = KieFailure.of(task);
    ObjectNode body =
        task.failed()
            ? envelope(failure.code(), failure.message())
            : envelope(200, "BFL image generated successfully.");
    ObjectNode none = object().put("originImageUrl", "").put("resultImageUrl", "");
    body.putObject("data")
        .put("taskId", task.id())
        .set("info", task.succeeded() ? images(task) : none);
    return body;
  }
}
