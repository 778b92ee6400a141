package dev.genhub.testkit;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.Failure;
import dev.genhub.spi.KeyReport;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.util.Set;

/** What an adapter made of a reply, in the form in which cases write it. */
final class Outcomes {

  /** The outcomes that make a user's money move. */
  private static final Set<String> SUCCESSES = Set.of("accepted", "finished", "succeeded", "valid");

  private Outcomes() {}

  static Json of(SubmitOutcome outcome) {
    return outcome.match(
        accepted -> named("accepted", Json.object().put("taskId", accepted.taskId()).build()),
        finished ->
            named(
                "finished",
                Json.object()
                    .put("taskId", finished.taskId())
                    .build()
                    .merged(result(finished.result()))),
        rejected -> named("rejected", failure(rejected.failure())),
        unclear -> named("unclear", Json.object().put("detail", unclear.detail()).build()));
  }

  static Json of(TaskStatus status) {
    return status.match(
        running -> named("running", progress(running)),
        succeeded -> named("succeeded", result(succeeded)),
        failed -> named("failed", failure(failed.failure())),
        unavailable -> named("unavailable", failure(unavailable.failure())),
        unrecognised ->
            named("unrecognised", Json.object().put("what", unrecognised.what()).build()));
  }

  static Json of(KeyReport report) {
    Json.ObjectBuilder valid = Json.object();
    report.creditsRemaining().ifPresent(credits -> valid.put("creditsRemaining", Json.of(credits)));
    return report
        .problem()
        .map(problem -> named("problem", failure(problem)))
        .orElseGet(() -> named("valid", valid.build()));
  }

  static boolean isSuccess(Json outcome) {
    return outcome.fields().keySet().stream().anyMatch(SUCCESSES::contains);
  }

  private static Json named(String kind, Json details) {
    return Json.object().put(kind, details).build();
  }

  private static Json progress(TaskStatus.Running running) {
    Json.ObjectBuilder out = Json.object();
    running.progress().ifPresent(figure -> out.put("progress", figure));
    return out.build();
  }

  private static Json result(TaskStatus.Succeeded succeeded) {
    Json.ObjectBuilder out = Json.object();
    out.put("artifacts", Json.array(succeeded.artifacts().stream().map(Outcomes::of).toList()));
    succeeded.creditsCharged().ifPresent(credits -> out.put("creditsCharged", Json.of(credits)));
    return out.build();
  }

  private static Json of(Artifact artifact) {
    Json.ObjectBuilder out = Json.object().put("contentType", artifact.contentType().word());
    if (artifact.source() instanceof Artifact.Source.Remote remote) {
      out.put("url", remote.uri().toString());
    } else if (artifact.source() instanceof Artifact.Source.Inline inline) {
      out.put("mimeType", inline.mimeType()).put("base64", inline.base64());
    }
    out.putText("itemId", artifact.itemId())
        .putText("title", artifact.title())
        .putText("thumbnail", artifact.thumbnail().map(Object::toString))
        .putText("resolution", artifact.resolution())
        .putText("style", artifact.style());
    artifact.duration().ifPresent(seconds -> out.put("duration", Json.of(seconds)));
    artifact.hasAudio().ifPresent(sound -> out.put("hasAudio", sound));
    return out.build();
  }

  private static Json failure(Failure failure) {
    Json.ObjectBuilder out = Json.object().put("kind", failure.kind().code());
    if (!failure.providerCode().isEmpty()) {
      out.put("providerCode", failure.providerCode());
    }
    out.put("message", failure.message());
    failure.retryAfter().ifPresent(wait -> out.put("retryAfter", wait.toSeconds()));
    return failure.charged() ? out.put("charged", true).build() : out.build();
  }
}
