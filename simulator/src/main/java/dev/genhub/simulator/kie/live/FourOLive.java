package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;
import static dev.genhub.simulator.rule.FieldRule.urls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.kie.KieFailure;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** GPT-4o's images (docs.kie.ai, 4o-image-api; fields of August, prices of June 2026). */
final class FourOLive implements LiveFamily {

  private static final int CREDITS = 6;

  private static final RequestRules RULES =
      RequestRules.of()
          .required("size", oneOf("1:1", "3:2", "2:3"))
          .optional("prompt", text(5000))
          .optional("filesUrl", urls(5))
          .optional("fileUrl", url())
          .optional("callBackUrl", url())
          .refused(
              body -> body.text("prompt").isBlank() && !body.has("filesUrl"),
              "Please enter prompt or filesUrl.")
          .build();

  @Override
  public String name() {
    return "4o-image";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission(
            "/api/v1/gpt4o-image/generate",
            RULES,
            body -> Order.of(Product.images(1, body.text("size")), CREDITS, body)));
  }

  @Override
  public String recordPath() {
    return "/api/v1/gpt4o-image/record-info";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("paramJson", task.request().body().toString());
    data.put("createTime", task.createdAt().toEpochMilli());
    SuccessFlag.put(data, task);
    data.put("status", status(task));
    data.put("progress", String.format(Locale.ROOT, "%.2f", task.progress()));
    if (task.succeeded()) {
      data.put("completeTime", task.endsAt().toEpochMilli());
      data.putObject("response").set("resultUrls", resultUrls(task));
    } else {
      data.putNull("completeTime").putNull("response");
    }
    return data;
  }

  private static String status(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED, RUNNING -> "GENERATING";
      case SUCCEEDED -> "SUCCESS";
      case FAILED -> "GENERATE_FAILED";
      case UNKNOWN -> "DREAMING";
    };
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
        task.failed() ? envelope(failure.code(), failure.message()) : envelope(200, "success");
    ObjectNode data = body.putObject("data").put("taskId", task.id());
    if (task.succeeded()) {
      data.putObject("info").set("result_urls", resultUrls(task));
    } else {
      data.putNull("info");
    }
    return body;
  }
}
