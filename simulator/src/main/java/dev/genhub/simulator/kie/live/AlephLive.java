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
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.util.List;
import java.util.Optional;

/** Runway's Aleph (docs.kie.ai, runway-api; records as read on 2026-08-18; price of June 2026). */
final class AlephLive implements LiveFamily {

  private static final int CREDITS = 110;

  private static final RequestRules RULES =
      RequestRules.of()
          .required("prompt", text(5000))
          .required("videoUrl", url())
          .optional("aspectRatio", oneOf("16:9", "9:16", "4:3", "3:4", "1:1", "21:9"))
          .optional("seed", whole(Integer.MIN_VALUE, Integer.MAX_VALUE))
          .optional("referenceImage", url())
          .optional("waterMark", text(200))
          .optional("uploadCn", flag())
          .optional("callBackUrl", url())
          .build();

  @Override
  public String name() {
    return "aleph";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission(
            "/api/v1/aleph/generate",
            RULES,
            body -> Order.of(Product.videos(1, body.text("aspectRatio")), CREDITS, body)));
  }

  @Override
  public String recordPath() {
    return "/api/v1/aleph/record-info";
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
      response.put("resultVideoUrl", task.fileUrl(0));
      response.put("resultImageUrl", task.thumbnailUrl());
    } else {
      data.putNull("completeTime").putNull("response");
    }
    return data;
  }

  /** A success without a record (recorded 2026-08-06). */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.empty();
  }

  /** The one family that has the task's id beside the data. */
  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    if (task.failed()) {
      return envelope(400, KieFailure.of(task).message()).put("taskId", task.id()).putNull("data");
    }
    ObjectNode body = envelope(200, "success").put("taskId", task.id());
    body.putObject("data")
        .put("result_video_url", task.fileUrl(0))
        .put("result_image_url", task.thumbnailUrl());
    return body;
  }
}
