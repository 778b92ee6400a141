package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.number;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.url;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.simulator.family.CallbackStage;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Refusal;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.kie.KieFailure;
import dev.genhub.simulator.kie.SunoModes;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import dev.genhub.simulator.task.Snapshot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Suno music (docs.kie.ai, suno-api, 2026; price of June 2026). No path holds the word suno. */
final class SunoLive implements LiveFamily {

  private static final int CREDITS = 12;
  private static final int TRACKS = 2;
  private static final int GENERATION_FAILED = 501;

  private static final RequestRules RULES =
      SunoModes.limit(
              SunoModes.fields(RequestRules.of())
                  .required("customMode", flag())
                  .required("instrumental", flag())
                  .required("model", oneOf("V4", "V4_5", "V4_5PLUS", "V4_5ALL", "V5", "V5_5"))
                  .required("callBackUrl", url())
                  .optional("personaId", text(100))
                  .optional("personaModel", oneOf("style_persona", "voice_persona"))
                  .optional("duration", number(10, 360)))
          .refused(
              body ->
                  (!SunoModes.isCustom(body) || isV4(body)) && body.text("prompt").length() > 3000,
              "prompt is too long, it may have 3000 characters in this mode and model")
          .refused(
              body -> isV4(body) && body.text("style").length() > 200,
              "style is too long, it may have 200 characters with V4")
          .refused(
              body ->
                  !SunoModes.isCustom(body) && (body.has("vocalGender") || body.has("personaId")),
              "vocalGender and personaId are for custom mode")
          .refused(
              body -> body.has("personaModel") && !body.text("model").startsWith("V5"),
              "personaModel is for V5 and V5_5")
          .refused(
              body ->
                  body.has("duration")
                      && !(SunoModes.isCustom(body) && body.text("model").equals("V5_5")),
              "duration is for V5_5 in custom mode")
          .build();

  private static final RequestRules EXTEND_RULES =
      RequestRules.of()
          .required("defaultParamFlag", flag())
          .required("audioId", text(100))
          .required("model", oneOf("V4", "V4_5", "V4_5PLUS", "V4_5ALL", "V5", "V5_5"))
          .required("callBackUrl", url())
          .optional("continueAt", number(0, 480))
          .optional("prompt", text(5000))
          .optional("style", text(1000))
          .optional("title", text(100))
          .optional("instrumental", flag())
          .refused(
              body -> isOwn(body) && body.number("continueAt") <= 0, "Please enter continueAt.")
          .refused(body -> isOwn(body) && body.text("style").isBlank(), "Please enter style.")
          .refused(body -> isOwn(body) && body.text("title").isBlank(), "Please enter title.")
          .refused(
              body -> isOwn(body) && body.flag("instrumental") == body.has("prompt"),
              "prompt is required, and forbidden with instrumental")
          .build();

  private static boolean isOwn(Fields body) {
    return body.flag("defaultParamFlag");
  }

  private static boolean isV4(Fields body) {
    return body.text("model").equals("V4");
  }

  @Override
  public String name() {
    return "suno";
  }

  @Override
  public List<Submission> submissions() {
    return List.of(
        new Submission(
            "/api/v1/generate", RULES, body -> Order.of(Product.tracks(TRACKS), CREDITS, body)),
        new Submission("/api/v1/generate/extend", EXTEND_RULES, SunoLive::orderExtension));
  }

  /** It names a track, whose id begins with its task's. */
  private static Order orderExtension(Fields body) {
    return new Order(
        Product.tracks(TRACKS),
        BigDecimal.valueOf(CREDITS),
        body.text("prompt"),
        body.text("audioId").split("-", 2)[0],
        body.text("callBackUrl"));
  }

  @Override
  public String recordPath() {
    return "/api/v1/generate/record-info";
  }

  @Override
  public JsonNode record(Snapshot task) {
    String parent = task.request().text("audioId");
    ObjectNode data = object().put("taskId", task.id()).put("parentMusicId", parent);
    data.put("param", task.request().body().toString());
    data.put("status", status(task)).put("type", "GENERATE");
    data.put("operationType", parent.isEmpty() ? "generate" : "extend");
    int tracks = tracksReady(task);
    if (tracks > 0) {
      ObjectNode response = data.putObject("response").put("taskId", task.id());
      response.set("sunoData", SunoTracks.camelCase(task, tracks));
    } else {
      data.putNull("response");
    }
    if (task.failed()) {
      KieFailure failure = KieFailure.of(task);
      data.put("errorCode", failure.code()).put("errorMessage", failure.message());
    } else {
      data.putNull("errorCode").putNull("errorMessage");
    }
    return data;
  }

  private static String status(Snapshot task) {
    return switch (task.phase()) {
      case QUEUED, RUNNING ->
          hasReached(task, SunoModes.FIRST)
              ? "FIRST_SUCCESS"
              : hasReached(task, SunoModes.TEXT) ? "TEXT_SUCCESS" : "PENDING";
      case SUCCEEDED -> "SUCCESS";
      case FAILED -> task.contentRejected() ? "SENSITIVE_WORD_ERROR" : "GENERATE_AUDIO_FAILED";
      case UNKNOWN -> "DREAMING";
    };
  }

  private static boolean hasReached(Snapshot task, CallbackStage stage) {
    return task.progress() >= stage.share();
  }

  private static int tracksReady(Snapshot task) {
    return switch (task.phase()) {
      case SUCCEEDED -> TRACKS;
      case RUNNING -> hasReached(task, SunoModes.FIRST) && !task.task().fate().fails() ? 1 : 0;
      case QUEUED, FAILED, UNKNOWN -> 0;
    };
  }

  /** A success without a record (recorded 2026-04-28). */
  @Override
  public Optional<Refusal> unknownTask(String taskId) {
    return Optional.empty();
  }

  @Override
  public List<CallbackStage> stages() {
    return SunoModes.STAGES;
  }

  @Override
  public JsonNode callback(Snapshot task, CallbackStage stage) {
    KieFailure failure = KieFailure.of(task);
    int failureCode = task.contentRejected() ? failure.code() : GENERATION_FAILED;
    ObjectNode body =
        task.failed()
            ? envelope(failureCode, failure.message())
            : envelope(200, "All generated successfully.");
    ObjectNode data = body.putObject("data");
    data.put("callbackType", task.failed() ? "error" : stage.word());
    data.put("task_id", task.id());
    data.set("data", SunoTracks.snakeCase(task, task.failed() ? 0 : tracksAt(stage)));
    return body;
  }

  private static int tracksAt(CallbackStage stage) {
    return stage.equals(SunoModes.TEXT) ? 0 : stage.equals(SunoModes.FIRST) ? 1 : TRACKS;
  }
}
