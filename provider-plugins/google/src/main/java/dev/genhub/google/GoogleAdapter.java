package dev.genhub.google;

import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Google as the hub sees it: interactions in the background that are read until they end. */
final class GoogleAdapter implements ProviderAdapter {

  private final GoogleApi api;
  private final MediaModels models = new MediaModels();
  private final Interactions interactions = new Interactions(models);

  GoogleAdapter(GoogleApi api) {
    this.api = api;
  }

  @Override
  public List<ModelSpec> models() {
    return models.all();
  }

  @Override
  public String taskType(String model, Json parameters) {
    int images = parameters.at("imageUrls").items().size();
    return switch (models.contentType(model)) {
      case IMAGE -> images == 0 ? "text2img" : "img2img";
      case VIDEO -> images == 0 ? "text2video" : images <= 2 ? "img2video" : "reference2video";
      case MUSIC -> "text2music";
    };
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>(ProviderAdapter.super.check(request));
    if (request.prompt().isBlank()) {
      found.add(new Violation("/prompt", "is empty, a text is needed"));
    }
    int images = request.parameters().at("imageUrls").items().size();
    if (request.taskType().equals("img2video") && images > 2) {
      found.add(
          new Violation("/parameters/imageUrls", "has " + images + "; a first and a last frame"));
    }
    return found;
  }

  @Override
  public Price quote(GenerationRequest request) {
    return models.prices().quote(request);
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return HttpOperation.of(
        (request, context) -> api.create(interactions.body(request)),
        (request, reply) ->
            reply.status() == 200
                ? interactions.submitted(reply.json(), request.model())
                : GoogleFailures.ofSubmit(reply));
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(
        HttpOperation.of(
            (task, context) -> api.read(task.taskId()),
            (task, reply) ->
                reply.status() == 200
                    ? interactions.read(reply.json(), task.model())
                    : new TaskStatus.Unavailable(GoogleFailures.of(reply))));
  }

  @Override
  public Optional<HttpOperation<TaskRef, CancelOutcome>> cancel() {
    return Optional.of(
        HttpOperation.of(
            (task, context) -> api.cancel(task.taskId()),
            (task, reply) -> GoogleFailures.ofCancel(reply)));
  }

  @Override
  public HttpCall fetch(URI file) {
    return api.fetch(file);
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(KeyCheck.of(api.models(), GoogleAdapter::problem));
  }

  private static Optional<Failure> problem(HttpReply reply) {
    if (reply.status() != 200) {
      return Optional.of(GoogleFailures.of(reply));
    }
    return reply.json().at("models").isArray()
        ? Optional.empty()
        : Optional.of(
            Failure.uncharged(FailureKind.PROVIDER_ERROR, "", "the answer lists no models"));
  }
}
