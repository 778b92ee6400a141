package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.anyObject;
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
import dev.genhub.simulator.task.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Jobs of the market (docs.kie.ai, market; records as read from March to September 2026). */
final class MarketLive implements LiveFamily {

  private static final RequestRules RULES =
      RequestRules.of()
          .required("model", text(100))
          .required("input", anyObject())
          .optional("callBackUrl", url())
          .checked(MarketLive::problem)
          .build();

  private static Optional<String> problem(Fields body) {
    MarketModel model = MarketModel.ALL.get(body.text("model"));
    return model == null
        ? Optional.of("The model name you specified is not supported: " + body.text("model"))
        : model.rules().problem(body.object("input"));
  }

  @Override
  public String name() {
    return "market";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(new Submission("/api/v1/jobs/createTask", RULES, MarketLive::order));
  }

  private static Order order(Fields body) {
    MarketModel model = MarketModel.ALL.get(body.text("model"));
    Fields input = body.object("input");
    return new Order(
        model.product().apply(input),
        BigDecimal.valueOf(model.credits().applyAsInt(input)),
        input.text("prompt"),
        "",
        body.text("callBackUrl"));
  }

  /** Repeats the id (recorded 2026-04 to 2026-09). */
  @Override
  public JsonNode accepted(Snapshot task) {
    return object().put("taskId", task.id()).put("recordId", task.id());
  }

  @Override
  public String recordPath() {
    return "/api/v1/jobs/recordInfo";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode data = object().put("taskId", task.id());
    data.put("model", task.request().text("model")).put("state", state(task));
    data.put("param", param(task.request()));
    data.put("createTime", task.createdAt().toEpochMilli());
    data.put("resultJson", "").putNull("failCode").putNull("failMsg");
    data.put("creditsConsumed", task.failed() ? BigDecimal.ZERO : task.task().credits());
    if (task.succeeded()) {
      ObjectNode result = object();
      result.set("resultUrls", resultUrls(task));
      data.put("resultJson", result.toString());
      data.put("completeTime", task.endsAt().toEpochMilli());
      data.put("costTime", task.task().duration().toSeconds());
    }
    if (task.failed()) {
      KieFailure failure = KieFailure.of(task);
      data.put("failCode", String.valueOf(failure.code())).put("failMsg", failure.message());
    }
    return data;
  }

  /** The word queuing is documented and was never seen. */
  private static String state(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED -> "waiting";
      case RUNNING -> "generating";
      case SUCCEEDED -> "success";
      case FAILED -> "fail";
      case UNKNOWN -> "dreaming";
    };
  }

  /** A document in a text, whose input is one too. */
  private String param(Fields request) {
    return object()
        .put("model", request.text("model"))
        .put("input", request.object("input").body().toString())
        .toString();
  }

  /** Recorded 2026-03-27. */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(422, "recordInfo is null"));
  }

  /** The record. */
  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    ObjectNode body =
        task.failed()
            ? envelope(501, "Playground task failed.")
            : envelope(200, "Playground task completed successfully.");
    return body.set("data", record(task));
  }
}
