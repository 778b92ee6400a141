package dev.genhub.simulator.replicate;

import static dev.genhub.simulator.rule.FieldRule.fitting;
import static dev.genhub.simulator.rule.FieldRule.url;

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
import java.util.Set;

/** Predictions of a few models, each with an input of its own. */
final class Predictions implements Family {

  /**
   * A model.
   *
   * @param usd the price of one result
   * @param input the names that its input may have
   */
  private record Model(String name, Medium medium, String usd, Set<String> input) {}

  private static final List<Model> MODELS =
      List.of(
          new Model(
              "black-forest-labs/flux-schnell",
              Medium.IMAGE,
              "0.003",
              Set.of("prompt", "aspect_ratio", "num_outputs", "output_format", "seed")),
          new Model(
              "black-forest-labs/flux-kontext-pro",
              Medium.IMAGE,
              "0.04",
              Set.of("prompt", "input_image", "aspect_ratio", "output_format", "seed")),
          new Model(
              "minimax/music-1.5",
              Medium.MUSIC,
              "0.03",
              Set.of("prompt", "lyrics", "audio_format")));

  @Override
  public String name() {
    return "replicate";
  }

  @Override
  public List<Submission> submissions() {
    return MODELS.stream().map(Predictions::submission).toList();
  }

  private static Submission submission(Model model) {
    RequestRules rules =
        RequestRules.of()
            .required(
                "input",
                fitting(
                    input -> isInput(input, model),
                    "an object with a prompt and of " + model.input()))
            .optional("webhook", url())
            .optional("webhook_events_filter", fitting(JsonNode::isArray, "a list"))
            .build();
    return new Submission(
        "/replicate/v1/models/" + model.name() + "/predictions", rules, body -> order(body, model));
  }

  private static boolean isInput(JsonNode input, Model model) {
    return !input.path("prompt").asText("").isBlank()
        && input.properties().stream().allMatch(field -> model.input().contains(field.getKey()));
  }

  private static Order order(Fields body, Model model) {
    JsonNode input = body.body().path("input");
    body.body().put("model", model.name()); // so that the record can say it
    int count = input.path("num_outputs").asInt(1);
    return new Order(
        new Product(model.medium(), count, input.path("aspect_ratio").asText("")),
        new BigDecimal(model.usd()).multiply(BigDecimal.valueOf(count)),
        input.path("prompt").asText(""),
        "",
        body.text("webhook"));
  }

  @Override
  public JsonNode accepted(Snapshot task) {
    return record(task);
  }

  @Override
  public String recordPath() {
    return "/replicate/v1/predictions/:taskId";
  }

  @Override
  public JsonNode record(Snapshot task) {
    ObjectNode record = JsonNodeFactory.instance.objectNode();
    record.put("id", task.id()).put("model", task.request().text("model"));
    record.put("status", status(task));
    record.set("input", task.request().body().path("input"));
    record.set("output", task.succeeded() ? output(task) : null);
    record.put("error", task.failed() ? error(task) : null);
    record.put("logs", "").put("created_at", task.createdAt().toString());
    record.put("data_removed", false);
    return record;
  }

  private static String status(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED -> "starting";
      case RUNNING -> "processing";
      case SUCCEEDED -> "succeeded";
      case FAILED -> "failed";
      case UNKNOWN -> "dreaming";
    };
  }

  /** A list where a model can make several, otherwise a single address. */
  private static JsonNode output(Snapshot task) {
    if (!task.request().text("model").endsWith("flux-schnell")) {
      return JsonNodeFactory.instance.textNode(task.fileUrl(0));
    }
    ArrayNode urls = JsonNodeFactory.instance.arrayNode();
    task.fileUrls().forEach(urls::add);
    return urls;
  }

  private static String error(Snapshot task) {
    return task.contentRejected()
        ? "NSFW content detected. Try running it again, or try a different prompt."
        : "Prediction interrupted; please retry";
  }

  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.of(new Refusal(404, "The requested resource could not be found."));
  }

  @Override
  public boolean signsByStandardWebhooks() {
    return true;
  }

  /** The prediction itself, without an envelope. */
  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    return record(task);
  }
}
