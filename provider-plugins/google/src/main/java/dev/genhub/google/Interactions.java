package dev.genhub.google;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Interactions (Gemini API, interactions; fields are snake_case here). */
record Interactions(MediaModels models) {

  Json body(GenerationRequest request) {
    List<Json> input = new ArrayList<>();
    input.add(Json.object().put("type", "text").put("text", request.prompt()).build());
    request.parameters().at("imageUrls").items().forEach(url -> input.add(image(url)));
    Json.ObjectBuilder body =
        Json.object()
            .put("model", request.model())
            .put("input", Json.array(input))
            .put("background", true)
            .put("response_format", format(request));
    Json config = config(request);
    return (config.fields().isEmpty() ? body : body.put("generation_config", config)).build();
  }

  private static Json image(Json url) {
    String address = url.text().orElse("").replaceAll("[?#].*", "").toLowerCase(Locale.ROOT);
    Optional<String> type =
        Stream.of("png", "jpeg", "webp")
            .filter(name -> address.replaceAll("jpg$", "jpeg").endsWith("." + name))
            .map(name -> "image/" + name)
            .findFirst();
    return Json.object().put("type", "image").put("uri", url).putText("mime_type", type).build();
  }

  /** Results by address: inside the answer only some 4 MB would fit. */
  private Json format(GenerationRequest request) {
    Json given = request.parameters();
    Json.ObjectBuilder format = Json.object().put("type", type(request.model()));
    format.put("aspect_ratio", given.at("aspectRatio"));
    switch (models.contentType(request.model())) {
      case IMAGE -> format.put("image_size", given.at("resolution"));
      case VIDEO ->
          format
              .put("resolution", given.at("resolution"))
              .putText("duration", given.at("duration").text().map(seconds -> seconds + "s"));
      case MUSIC -> {
        // a song's length and form follow from its prompt
      }
    }
    return format.put("delivery", "uri").build();
  }

  private String type(String model) {
    ContentType type = models.contentType(model);
    return type == ContentType.MUSIC ? "audio" : type.word();
  }

  private static Json config(GenerationRequest request) {
    Json.ObjectBuilder config = Json.object().put("seed", request.parameters().at("seeds"));
    String task =
        switch (request.taskType()) {
          case "text2video" -> "text_to_video";
          case "img2video" -> "image_to_video";
          case "reference2video" -> "reference_to_video";
          default -> "";
        };
    return task.isEmpty()
        ? config.build()
        : config.put("video_config", Json.object().put("task", task).build()).build();
  }

  /** The answer to a submit: most are still to come, a quick one may be there already. */
  SubmitOutcome submitted(Json answer, String model) {
    Optional<String> id = answer.at("id").nonBlankText();
    if (id.isEmpty()) {
      return new SubmitOutcome.Unclear("HTTP 200 without the id of an interaction");
    }
    return read(answer, model) instanceof TaskStatus.Succeeded done
        ? new SubmitOutcome.Finished(id.get(), done)
        : new SubmitOutcome.Accepted(id.get());
  }

  TaskStatus read(Json answer, String model) {
    String status = answer.at("status").text().orElse("");
    return switch (status) {
      case "queued", "in_progress" -> TaskStatus.Running.unmeasured();
      case "completed" -> completed(answer, model);
      case "failed", "cancelled", "incomplete", "budget_exceeded" ->
          new TaskStatus.Failed(GoogleFailures.ofInteraction(answer, status));
      default -> new TaskStatus.Unrecognised("status '" + status + "'");
    };
  }

  private TaskStatus completed(Json answer, String model) {
    String type = type(model);
    List<Json> said =
        answer.at("steps").items().stream()
            .filter(step -> step.at("type").equals(Json.of("model_output")))
            .flatMap(step -> step.at("content").items().stream())
            .toList();
    List<Artifact> results = results(said, type, model);
    if (results.isEmpty()) {
      results = results(answer.at("output_" + type).itemsOrSelf(), type, model);
    }
    if (!results.isEmpty()) {
      return new TaskStatus.Succeeded(results, models.prices().charged(model, answer.at("usage")));
    }
    // words instead of a result are the model's way to say no
    return said.stream()
        .flatMap(content -> content.at("text").nonBlankText().stream())
        .findFirst()
        .<TaskStatus>map(
            words ->
                new TaskStatus.Failed(
                    Failure.uncharged(FailureKind.CONTENT_REJECTED, "completed", words)))
        .orElse(new TaskStatus.Unrecognised("completed without a result"));
  }

  private List<Artifact> results(List<Json> content, String type, String model) {
    ContentType makes = models.contentType(model);
    return content.stream()
        .filter(part -> part.at("type").text().orElse(type).equals(type))
        .flatMap(part -> result(part, makes).stream())
        .map(file -> makes == ContentType.IMAGE ? file : file.withAudio(true))
        .toList();
  }

  private static Optional<Artifact> result(Json part, ContentType makes) {
    Optional<Artifact> remote =
        part.at("uri")
            .nonBlankText()
            .filter(uri -> uri.matches("https?://[^\\s\"<>\\\\^`{|}]+"))
            .map(uri -> Artifact.remote(makes, URI.create(uri)));
    Optional<String> type = part.at("mime_type").nonBlankText();
    return remote.or(
        () ->
            part.at("data")
                .nonBlankText()
                .flatMap(data -> type.map(mime -> Artifact.inline(makes, mime, data))));
  }
}
