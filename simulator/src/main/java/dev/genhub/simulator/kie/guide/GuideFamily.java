package dev.genhub.simulator.kie.guide;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.kie.KieFailure;
import dev.genhub.simulator.task.Snapshot;
import java.util.Optional;

/** What the families of the guide have in common, which is nearly all. */
abstract class GuideFamily implements Family {

  @Override
  public final JsonNode accepted(Snapshot task) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    answer.put("taskId", task.id()).put("status", "pending");
    announce(answer, task);
    return answer;
  }

  /** Adds what a submit answers besides the task's id. */
  void announce(ObjectNode answer, Snapshot task) {
    answer.put("message", "Task created successfully");
  }

  /** The seconds that a task takes, as a submit announces them. */
  static long estimate(Snapshot task) {
    return Math.max(1, task.task().duration().toSeconds());
  }

  @Override
  public final JsonNode record(Snapshot task) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("taskId", task.id());
    answer.put("status", status(task));
    answer.put("createdAt", task.createdAt().toString());
    describe(answer, task);
    switch (task.phase()) {
      case QUEUED, RUNNING -> answer.put("progress", (int) (task.progress() * 100));
      case SUCCEEDED -> {
        answer.put("completedAt", task.endsAt().toString());
        addResult(answer, task);
      }
      case FAILED -> {
        KieFailure failure = KieFailure.of(task);
        answer.put("errorCode", failure.code()).put("errorMessage", failure.message());
      }
      case UNKNOWN -> {}
    }
    return answer;
  }

  private static String status(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED -> "pending";
      case RUNNING -> "processing";
      case SUCCEEDED -> "completed";
      case FAILED -> "failed";
      case UNKNOWN -> "dreaming";
    };
  }

  /** Adds what a record always has. */
  void describe(ObjectNode answer, Snapshot task) {}

  /** Adds what a record has when the results are there. */
  abstract void addResult(ObjectNode answer, Snapshot task);

  @Override
  public final Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(404, "There is no task " + taskId));
  }

  /** The record, and at which stage it is sent. */
  @Override
  public final JsonNode callback(Snapshot task, CallbackStage stage) {
    ObjectNode body = (ObjectNode) record(task);
    return body.put("callbackType", task.failed() ? "error" : stage.word());
  }
}
