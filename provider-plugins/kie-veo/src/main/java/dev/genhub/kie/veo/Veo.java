package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieFamily;
import dev.genhub.kie.KieReplies;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What both dialects have in common: addresses, rules, and the 1080p version.
 *
 * <p>The 1080p version is no task at KIE.AI: a read answers with it, or says that it is not ready.
 * Here it is one, with an id of its own ({@code 1080p:<task>}), so that the hub follows it like any
 * other.
 */
abstract class Veo implements KieFamily {

  static final String SUBMIT = "/api/v1/veo/generate";
  private static final String STATUS = "/api/v1/veo/record-info";
  private static final String FULL_HD = "/api/v1/veo/get-1080p-video";
  private static final String FULL_HD_ID = "1080p:";
  private static final String IMAGES = "/parameters/imageUrls";

  @Override
  public String taskType(Json parameters, List<String> offered) {
    int images = parameters.at("imageUrls").items().size();
    boolean reference =
        images > VeoMode.FRAMES.mostImages && offered.contains(VeoMode.REFERENCE.taskType);
    VeoMode byImages = images == 0 ? VeoMode.TEXT : reference ? VeoMode.REFERENCE : VeoMode.FRAMES;
    String word = parameters.at("generationType").text().orElse("");
    return VeoMode.ofGenerationType(word).orElse(byImages).taskType;
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    return VeoMode.ofTaskType(request.taskType())
        .map(mode -> checkNew(mode, request))
        .orElse(List.of());
  }

  private static List<Violation> checkNew(VeoMode mode, GenerationRequest request) {
    List<Violation> found = new ArrayList<>();
    if (request.prompt().isBlank()) {
      found.add(new Violation("/prompt", "is empty; " + mode.taskType + " needs a text"));
    }
    Json given = request.parameters();
    String word = given.at("generationType").text().orElse(mode.generationType);
    if (!word.equals(mode.generationType)) {
      found.add(
          new Violation(
              "/parameters/generationType",
              "'" + word + "' contradicts taskType '" + mode.taskType + "'"));
    }
    int images = given.at("imageUrls").items().size();
    if (images < mode.fewestImages || images > mode.mostImages) {
      found.add(
          new Violation(
              IMAGES,
              "has "
                  + images
                  + " images; "
                  + mode.taskType
                  + " takes "
                  + mode.fewestImages
                  + " to "
                  + mode.mostImages));
    }
    int seconds = given.at("duration").integer().orElse(8);
    if (mode == VeoMode.REFERENCE && seconds != 8) {
      found.add(
          new Violation(
              "/parameters/duration", seconds + " seconds; " + mode.taskType + " takes 8"));
    }
    return found;
  }

  @Override
  public HttpCall submit(KieApi api, GenerationRequest request, CallContext context) {
    if (request.taskType().equals("upscale_video")) {
      return api.getTask(FULL_HD, request.parent().orElseThrow().taskId());
    }
    VeoMode mode = VeoMode.ofTaskType(request.taskType()).orElseThrow();
    Json.ObjectBuilder body =
        Json.object()
            .put("prompt", request.prompt())
            .put("model", request.model())
            .put("generationType", mode.generationType)
            .put("imageUrls", request.parameters().at("imageUrls"))
            .put("enableTranslation", request.parameters().at("enableTranslation"))
            .put("watermark", request.parameters().at("watermark"))
            .putText("callBackUrl", context.callback().map(URI::toString));
    addOwn(body, request.parameters());
    return api.post(SUBMIT, body.build());
  }

  /** Adds the fields that only this dialect has. */
  abstract void addOwn(Json.ObjectBuilder body, Json given);

  @Override
  public SubmitOutcome readSubmit(KieReplies replies, GenerationRequest request, HttpReply reply) {
    if (!request.taskType().equals("upscale_video")) {
      return replies.submit(reply);
    }
    String id = FULL_HD_ID + request.parent().orElseThrow().taskId();
    return readFullHd(reply)
        .match(
            running -> new SubmitOutcome.Accepted(id),
            done -> new SubmitOutcome.Finished(id, done),
            failed -> new SubmitOutcome.Rejected(failed.failure()),
            unavailable -> new SubmitOutcome.Rejected(unavailable.failure()),
            unrecognised -> new SubmitOutcome.Accepted(id));
  }

  @Override
  public HttpCall status(KieApi api, TaskRef task) {
    return task.taskId().startsWith(FULL_HD_ID)
        ? api.getTask(FULL_HD, task.taskId().substring(FULL_HD_ID.length()))
        : api.getTask(STATUS, task.taskId());
  }

  @Override
  public TaskStatus readStatus(KieReplies replies, TaskRef task, HttpReply reply) {
    return task.taskId().startsWith(FULL_HD_ID)
        ? readFullHd(reply)
        : KieFamily.super.readStatus(replies, task, reply);
  }

  /** Code 400 is the documented word for "not ready"; 422 says that the task cannot have one. */
  private static TaskStatus readFullHd(HttpReply reply) {
    Json body = reply.json();
    Json url =
        Stream.of(body.at("data").at("resultUrl"), body.at("resultUrl"), body.at("videoUrl"))
            .filter(Json::isPresent)
            .findFirst()
            .orElse(Json.MISSING);
    if (Artifacts.address(url).isPresent()) {
      return Artifacts.success(Artifacts.files(ContentType.VIDEO, url), body);
    }
    int code = body.at("code").integer().orElse(reply.status());
    String message = body.at("msg").text().or(() -> body.at("message").text()).orElse("");
    return switch (code) {
      case 200, 202, 400 -> TaskStatus.Running.unmeasured();
      case 404, 422 ->
          new TaskStatus.Failed(
              Failure.uncharged(FailureKind.INVALID_REQUEST, String.valueOf(code), message));
      default ->
          new TaskStatus.Unavailable(
              Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, String.valueOf(code), message));
    };
  }
}
