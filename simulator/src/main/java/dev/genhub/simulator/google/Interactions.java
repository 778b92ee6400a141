package dev.genhub.simulator.google;

import static dev.genhub.simulator.rule.FieldRule.fitting;
import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.oneOf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Family;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Medium;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Interactions that make media. */
final class Interactions implements Family {

  static final String NAME = "google-interactions";

  static final List<String> MODELS =
      List.of(
          "gemini-nano-banana-2.1",
          "gemini-3-pro-image",
          "gemini-3.1-flash-lite-image",
          "gemini-omni-1.1-flash",
          "gemini-omni-1.2-flash",
          "lyria-3.5",
          "lyria-3-clip-preview");

  private static final String PATH = "/google/v1beta/interactions";

  private static final RequestRules RULES =
      RequestRules.of()
          .required("model", oneOf(MODELS.toArray(String[]::new)))
          .required("input", fitting(MediaRequest::isInput, "text or a list of content objects"))
          .optional(
              "response_format", fitting(MediaRequest::isFormat, "one of its documented forms"))
          .optional("generation_config", fitting(JsonNode::isObject, "an object"))
          .optional("background", flag())
          .optional("store", flag())
          .refused(
              body -> body.flag("background") && body.has("store") && !body.flag("store"),
              "background needs store")
          .refused(
              body ->
                  body.has("response_format")
                      && !new MediaRequest(body).formatType().equals(type(medium(body))),
              "response_format.type does not fit the model")
          .build();

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public List<Submission> submissions() {
    return List.of(new Submission(PATH, RULES, Interactions::order));
  }

  private static Order order(Fields body) {
    MediaRequest request = new MediaRequest(body);
    Medium medium = medium(body);
    Product product = new Product(medium, 1, request.format("aspect_ratio"));
    return new Order(product, price(request, medium), request.prompt(), "", "");
  }

  private static Medium medium(Fields body) {
    String model = body.text("model");
    if (model.startsWith("lyria")) {
      return Medium.MUSIC;
    }
    return model.startsWith("gemini-omni") ? Medium.VIDEO : Medium.IMAGE;
  }

  private static String type(Medium medium) {
    return switch (medium) {
      case IMAGE -> "image";
      case VIDEO -> "video";
      case MUSIC -> "audio";
    };
  }

  /** Roughly Google's prices in dollars; that of pictures as 1K. */
  private static BigDecimal price(MediaRequest request, Medium medium) {
    return switch (medium) {
      case IMAGE -> new BigDecimal("0.034");
      case VIDEO -> new BigDecimal("0.10").multiply(BigDecimal.valueOf(request.seconds()));
      case MUSIC -> new BigDecimal("0.08");
    };
  }

  @Override
  public JsonNode accepted(Snapshot task) {
    return record(task);
  }

  @Override
  public String recordPath() {
    return PATH + "/:taskId";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("id", task.id()).put("model", task.request().text("model"));
    record.put("status", status(task)).put("created", task.createdAt().toString());
    if (task.failed()) {
      record.putArray("errors").add(failure(task));
    }
    if (task.succeeded()) {
      record.put("updated", task.endsAt().toString());
      addResult(record.putArray("steps"), task);
      addUsage(record.putObject("usage"), task);
    }
    return record;
  }

  private static String status(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED -> "queued";
      case RUNNING -> "in_progress";
      case SUCCEEDED -> "completed";
      case FAILED -> "failed";
      case UNKNOWN -> "dreaming";
    };
  }

  private static ObjectNode failure(Snapshot task) {
    ObjectNode error = JsonNodeFactory.instance.objectNode();
    return task.contentRejected()
        ? error.put("code", "SAFETY").put("message", "The content was blocked.")
        : error.put("code", "INTERNAL").put("message", "The model failed.");
  }

  private static void addResult(ArrayNode steps, Snapshot task) {
    Medium medium = task.task().product().medium();
    ArrayNode content = steps.addObject().put("type", "model_output").putArray("content");
    content.addObject().put("type", "text").put("text", "Here it is: " + task.title());
    content
        .addObject()
        .put("type", type(medium))
        .put("mime_type", medium.mimeType())
        .put("uri", task.links().base() + "/google/v1beta/files/" + task.id());
  }

  /** A picture of 1K has 1120 tokens, a second of a clip 5792 (price page). */
  private static void addUsage(ObjectNode usage, Snapshot task) {
    Medium medium = task.task().product().medium();
    int output = medium == Medium.VIDEO ? 28_960 : 1120;
    usage.put("total_input_tokens", 12).put("total_output_tokens", output);
    usage
        .putArray("output_tokens_by_modality")
        .addObject()
        .put("modality", type(medium))
        .put("tokens", output);
  }

  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(404, "Requested entity was not found."));
  }

  /** None is ever sent, as no task has an address for it. */
  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    return record(task);
  }
}
