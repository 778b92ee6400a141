package dev.genhub.example;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.OptionalInt;

/** Orders and jobs in Acme's words (docs.acme.example/jobs). */
final class ExamplePayloads {

  private ExamplePayloads() {}

  /** Our names to Acme's; what the request does not have is left out. */
  static Json order(GenerationRequest request, CallContext context) {
    Json given = request.parameters();
    return Json.object()
        .put("model", request.model())
        .put("prompt", request.prompt())
        .put("size", given.at("size"))
        .put("image", given.at("imageUrl"))
        .put("strength", given.at("strength"))
        .putText("webhook", context.callback().map(URI::toString))
        .build();
  }

  /** An order is taken when it has an id; an answer without one does not say. */
  static SubmitOutcome taken(Json job) {
    return job.at("id")
        .nonBlankText()
        .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
        .orElse(new SubmitOutcome.Unclear("an answer without the id of a job"));
  }

  /** The state of a job, from a read or from a webhook. */
  static TaskStatus state(Json job) {
    String state = job.at("state").text().orElse("");
    return switch (state) {
      case "queued" -> TaskStatus.Running.unmeasured();
      case "working" -> new TaskStatus.Running(progress(job.at("percent")));
      case "done" -> done(job);
      case "failed" -> new TaskStatus.Failed(ExampleFailures.ofJob(job.at("error")));
      default -> new TaskStatus.Unrecognised("state '" + state + "'");
    };
  }

  /** Acme says 100 while it is still saving the pictures. */
  private static OptionalInt progress(Json percent) {
    return percent
        .integer()
        .filter(figure -> figure >= 0)
        .map(figure -> OptionalInt.of(Math.min(figure, 99)))
        .orElse(OptionalInt.empty());
  }

  private static TaskStatus done(Json job) {
    List<Artifact> images =
        job.at("images").items().stream()
            .flatMap(url -> url.text().stream())
            .filter(url -> url.matches("https?://[\\w.:-]+/[\\w./~%?=&+-]*"))
            .map(url -> Artifact.remote(ContentType.IMAGE, URI.create(url)))
            .toList();
    return images.isEmpty()
        ? new TaskStatus.Unrecognised("done without a picture")
        : new TaskStatus.Succeeded(images, job.at("cost_usd").number());
  }
}
