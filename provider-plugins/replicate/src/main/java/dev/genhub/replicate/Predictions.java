package dev.genhub.replicate;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ModelsFile;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Predictions (HTTP API, predictions; the input is the model's own). */
record Predictions(ModelsFile models) {

  /** Our names stand beside the model's in {@code input} of its entry. */
  Json order(GenerationRequest request, CallContext context) {
    Json.ObjectBuilder input = Json.object().put("prompt", request.prompt());
    models
        .entry(request.model())
        .at("input")
        .fields()
        .forEach(
            (ours, theirs) ->
                input.put(theirs.text().orElseThrow(), request.parameters().at(ours)));
    Json.ObjectBuilder order = Json.object().put("input", input.build());
    // Replicate refuses addresses that are not https
    context
        .callback()
        .filter(address -> address.getScheme().equals("https"))
        .ifPresent(
            address ->
                order
                    .put("webhook", address.toString())
                    .putTexts("webhook_events_filter", List.of("completed")));
    return order.build();
  }

  /** The answer to a submit; some models are done by then. */
  SubmitOutcome taken(Json prediction, String model) {
    Optional<String> id = prediction.at("id").nonBlankText();
    if (id.isEmpty()) {
      return new SubmitOutcome.Unclear("an answer without the id of a prediction");
    }
    return read(prediction, Optional.of(model)) instanceof TaskStatus.Succeeded done
        ? new SubmitOutcome.Finished(id.get(), done)
        : new SubmitOutcome.Accepted(id.get());
  }

  /**
   * The state of a prediction, from a read or from a webhook.
   *
   * @param model what it was asked of; a webhook says it itself
   */
  TaskStatus read(Json prediction, Optional<String> model) {
    String status = prediction.at("status").text().orElse("");
    return switch (status) {
      case "starting", "processing" -> TaskStatus.Running.unmeasured();
      case "succeeded" ->
          succeeded(
              prediction.at("output"), model.or(() -> prediction.at("model").text()).orElse(""));
      case "failed", "canceled", "aborted" ->
          new TaskStatus.Failed(
              ReplicateFailures.ofPrediction(status, prediction.at("error").text()));
      default -> new TaskStatus.Unrecognised("status '" + status + "'");
    };
  }

  private TaskStatus succeeded(Json output, String model) {
    Optional<ContentType> type =
        models.models().stream()
            .filter(spec -> spec.id().equals(model))
            .map(ModelSpec::contentType)
            .findFirst();
    List<Artifact> results =
        output.itemsOrSelf().stream()
            .flatMap(url -> url.text().stream())
            .filter(url -> url.matches("https?://[\\w.:-]+/[\\w./~%?=&+-]*"))
            .flatMap(url -> type.map(it -> Artifact.remote(it, URI.create(url))).stream())
            .toList();
    return results.isEmpty()
        ? new TaskStatus.Unrecognised("succeeded without a result")
        : TaskStatus.Succeeded.of(results);
  }
}
