package dev.genhub.kie.veo;

import dev.genhub.kie.Artifacts;
import dev.genhub.kie.KieApi;
import dev.genhub.kie.KieReply;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The 1080p version of a clip (docs.kie.ai, veo3-api, get-1080p-video). It is no task at KIE.AI: a
 * read answers with it, or with code 400 while it is not ready. Here it is one, with an id of its
 * own ({@code 1080p:<task>}), so that the hub follows it like any other.
 */
final class FullHd {

  private static final String RESOLUTION = "1080p";
  private static final String MARK = RESOLUTION + ":";
  private static final int NOT_READY = 400;

  private FullHd() {}

  static boolean isAskedFor(GenerationRequest request) {
    return request.taskType().equals("upscale_video");
  }

  static boolean isOne(TaskRef task) {
    return task.taskId().startsWith(MARK);
  }

  static String id(GenerationRequest upscale) {
    return MARK + upscale.parent().orElseThrow().taskId();
  }

  static List<Violation> check(GenerationRequest upscale) {
    String wanted = upscale.parameters().at("resolution").text().orElse(RESOLUTION);
    return wanted.equals(RESOLUTION)
        ? List.of()
        : List.of(
            new Violation(
                "/parameters/resolution", "'" + wanted + "'; an upscale makes " + RESOLUTION));
  }

  static HttpCall read(KieApi api, String id) {
    return api.getTask("/api/v1/veo/get-1080p-video", id.substring(MARK.length()));
  }

  /** An answer without sense is asked for again; reading twice costs nothing. */
  static SubmitOutcome submitted(KieReply reply, String id) {
    return status(reply)
        .match(
            running -> new SubmitOutcome.Accepted(id),
            done -> new SubmitOutcome.Finished(id, done),
            failed -> new SubmitOutcome.Rejected(failed.failure()),
            unavailable -> new SubmitOutcome.Rejected(unavailable.failure()),
            nonsense ->
                new SubmitOutcome.Rejected(
                    Failure.uncharged(FailureKind.PROVIDER_UNAVAILABLE, "", nonsense.what())));
  }

  static TaskStatus status(KieReply reply) {
    Optional<Artifact> clip = reply.isSuccess() ? clip(reply.record()) : Optional.empty();
    if (clip.isPresent()) {
      return TaskStatus.Succeeded.of(List.of(clip.get()));
    }
    if (saysNotReady(reply)) {
      return TaskStatus.Running.unmeasured();
    }
    boolean never = reply.says(404) || reply.says(422) || reply.says(501);
    if (never && reply.status() < 500) {
      return new TaskStatus.Failed(reply.failure());
    }
    return reply.status() / 100 == 2 && (reply.isSuccess() || reply.code().isEmpty())
        ? new TaskStatus.Unrecognised("neither a 1080p clip nor a word about it")
        : new TaskStatus.Unavailable(reply.failure());
  }

  /** The guide says it with the HTTP status, or with the word that all its records have. */
  private static boolean saysNotReady(KieReply reply) {
    String word = reply.record().at("status").text().orElse("");
    boolean inWords = reply.isSuccess() && List.of("pending", "processing").contains(word);
    boolean byCode = reply.says(NOT_READY) && reply.status() <= NOT_READY;
    return inWords || byCode;
  }

  private static Optional<Artifact> clip(Json record) {
    return Stream.of(record.at("resultUrl"), record.at("videoUrl"))
        .flatMap(url -> Artifacts.file(ContentType.VIDEO, url))
        .findFirst()
        .map(clip -> clip.withResolution(Optional.of(RESOLUTION)).withAudio(true));
  }
}
