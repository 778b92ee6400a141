package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;

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
import java.util.Optional;

/** Luma's Modify (docs.kie.ai, luma-api, copies of 2025). No price is known; Aleph's was taken. */
final class LumaLive implements LiveFamily {

  private static final int CREDITS = 110;

  private static final RequestRules RULES =
      RequestRules.of()
          .required("prompt", text(5000))
          .required("videoUrl", url())
          .optional("watermark", text(200))
          .optional("callBackUrl", url())
          .build();

  @Override
  public String name() {
    return "luma";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission(
            "/api/v1/modify/generate",
            RULES,
            body -> Order.of(Product.videos(1, ""), CREDITS, body)));
  }

  @Override
  public String recordPath() {
    return "/api/v1/modify/record-info";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("paramJson", task.request().body().toString());
    data.put("createTime", task.createdAt().toEpochMilli());
    SuccessFlag.put(data, task);
    if (task.succeeded()) {
      data.put("completeTime", task.endsAt().toEpochMilli());
      ObjectNode response = data.putObject("response").put("taskId", task.id());
      response.putArray("originUrls").add(task.request().text("videoUrl"));
      response.set("resultUrls", resultUrls(task));
    } else {
      data.putNull("completeTime").putNull("response");
    }
    return data;
  }

  /** Not recorded; assumed to be what families with the same kind of record say. */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(422, "The record does not exist"));
  }

  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    ObjectNode body =
        task.failed()
            ? envelope(500, KieFailure.of(task).message())
            : envelope(200, "Modify record generated successfully.");
    ObjectNode data = body.putObject("data").put("taskId", task.id());
    data.put("promptJson", task.request().body().toString());
    if (task.succeeded()) {
      data.set("resultUrls", resultUrls(task));
    }
    return body;
  }
}
