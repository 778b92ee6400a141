package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieReply;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A larger version of a clip (docs.kie.ai, veo3-api, get-1080p-video and get-4k-video). At KIE.AI
 * it has no record: the address that orders it is asked again, says that it is not ready, and at
 * last answers with it. Here it is a task, with an id of its own ({@code 1080p@<moment>:<clip>}),
 * so that the hub follows it like any other. The moment of the order, in microseconds, tells two
 * orders of the same version apart: the hub takes an id only once.
 */
enum Version {
  FULL_HD("1080p"),
  ULTRA_HD("4k");

  private static final int NOT_READY = 400;
  private static final int KNOWN_ALREADY = 422;

  private final String resolution;

  Version(String resolution) {
    this.resolution = resolution;
  }

  /** The version that an upscale asks for. */
  static Version of(GenerationRequest upscale) {
    String wanted = upscale.parameters().at("resolution").text().orElse(FULL_HD.resolution);
    return wanted.equals(ULTRA_HD.resolution) ? ULTRA_HD : FULL_HD;
  }

  /** The version that a task is; empty for a task of KIE.AI's own. */
  static Optional<Version> of(TaskRef task) {
    return Stream.of(values()).filter(each -> each.names(task.taskId())).findFirst();
  }

  /** Ids from before orders had their moment have a colon at once. */
  private boolean names(String id) {
    return id.startsWith(resolution + ":") || id.startsWith(resolution + "@");
  }

  /** The id of what is ordered; the same however often the order is sent. */
  String id(GenerationRequest upscale) {
    long moment = ChronoUnit.MICROS.between(Instant.EPOCH, upscale.requestedAt());
    return resolution + "@" + moment + ":" + Veo.clip(upscale);
  }

  private static String clip(TaskRef task) {
    return task.taskId().substring(task.taskId().indexOf(':') + 1);
  }

  HttpCall order(KieApi api, String clip, CallContext context) {
    return this == ULTRA_HD
        ? api.submit("/api/v1/veo/get-4k-video", body(clip), context)
        : api.getTask("/api/v1/veo/get-1080p-video", clip);
  }

  /** Asking again orders nothing more. */
  HttpCall read(KieApi api, TaskRef task) {
    String clip = clip(task);
    return this == ULTRA_HD
        ? api.post("/api/v1/veo/get-4k-video", body(clip).build()).repeatable()
        : api.getTask("/api/v1/veo/get-1080p-video", clip);
  }

  private static Json.ObjectBuilder body(String clip) {
    return Json.object().put("taskId", clip).put("index", 0);
  }

  /** The 1080p version is a mere read, so that an answer without sense may be asked for again. */
  SubmitOutcome submitted(KieReply reply, String id) {
    boolean paid = this == ULTRA_HD;
    return status(reply)
        .match(
            running -> new SubmitOutcome.Accepted(id),
            done -> new SubmitOutcome.Finished(id, done),
            failed -> new SubmitOutcome.Rejected(failed.failure()),
            unavailable ->
                paid ? reply.submit() : new SubmitOutcome.Rejected(unavailable.failure()),
            nonsense -> paid ? reply.submit() : askAgain(nonsense.what()));
  }

  private static SubmitOutcome askAgain(String what) {
    return new SubmitOutcome.Rejected(
        Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", what));
  }

  TaskStatus status(KieReply reply) {
    List<Artifact> clips = answers(reply) ? clips(reply.record()) : List.of();
    if (!clips.isEmpty()) {
      return TaskStatus.Succeeded.of(clips);
    }
    if (isNotReady(reply)) {
      return TaskStatus.Running.unmeasured();
    }
    boolean never = reply.says(404) || reply.says(KNOWN_ALREADY) || reply.says(501);
    return never && reply.status() < 500
        ? new TaskStatus.Failed(reply.failure())
        : reply.task(none -> new TaskStatus.Unrecognised("neither a clip nor a word about it"));
  }

  /** What is known already comes with a refusal's code, be it at work or done. */
  private boolean answers(KieReply reply) {
    boolean known = this == ULTRA_HD && reply.says(KNOWN_ALREADY) && reply.record().isObject();
    boolean honest = reply.status() / 100 == 2 || reply.status() == KNOWN_ALREADY;
    return reply.isSuccess() || known && honest;
  }

  /** The guide says it with the HTTP status, or with the words that all its records have. */
  private boolean isNotReady(KieReply reply) {
    if (this == ULTRA_HD) {
      return answers(reply) && reply.record().at("taskId").nonBlankText().isPresent();
    }
    String word = reply.record().at("status").text().orElse("");
    boolean inWords = reply.isSuccess() && Set.of("pending", "processing").contains(word);
    return inWords || reply.says(NOT_READY) && reply.status() <= NOT_READY;
  }

  private List<Artifact> clips(Json record) {
    Optional<URI> picture = Artifacts.address(record.at("imageUrls").at(0));
    return Stream.of("resultUrl", "videoUrl", "resultUrls")
        .flatMap(name -> Artifacts.files(ContentType.VIDEO, record.at(name)).stream())
        .map(clip -> clip.withResolution(Optional.of(resolution)).withAudio(true))
        .map(clip -> clip.withThumbnail(picture))
        .toList();
  }
}
