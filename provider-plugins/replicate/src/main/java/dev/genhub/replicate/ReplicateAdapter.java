package dev.genhub.replicate;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.CancelOutcome;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ModelsFile;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Replicate as the hub sees it. */
final class ReplicateAdapter implements ProviderAdapter {

  private final BaseUrl replicate;
  private final ModelsFile models = ModelsFile.read(ReplicateAdapter.class, "models.json");

  private final Predictions predictions = new Predictions(models);

  ReplicateAdapter(BaseUrl replicate) {
    this.replicate = replicate;
  }

  @Override
  public List<ModelSpec> models() {
    return models.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    if (parameters.at("imageUrl").isPresent()) {
      return "img2img";
    }
    return models.entry(model).at("taskTypes").at(0).text().orElseThrow();
  }

  /** The maker's name and the model's, as Replicate writes them. */
  private URI predictionsOf(String model) {
    String[] ownerAndName = model.split("/", 2);
    return replicate.at("/models/{}/{}/predictions", ownerAndName);
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>(ProviderAdapter.super.check(request));
    int length = request.prompt().strip().length();
    int most = models.entry(request.model()).at("longestPrompt").integer().orElse(10_000);
    if (length == 0 || length > most) {
      found.add(new Violation("/prompt", "has " + length + " characters, 1 to " + most + " fit"));
    }
    return found;
  }

  @Override
  public Price quote(GenerationRequest request) {
    BigDecimal each = models.price(request).at("usd").number().orElseThrow();
    return Price.ofUsd(each.multiply(request.parameters().at("n").number().orElse(BigDecimal.ONE)));
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return HttpOperation.of(
        (request, context) ->
            HttpCall.post(predictionsOf(request.model()), predictions.order(request, context))
                .withCredential(Credential.bearer()),
        (request, reply) ->
            reply.status() / 100 == 2
                ? predictions.taken(reply.json(), request.model())
                : ReplicateFailures.ofSubmit(reply));
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(
        HttpOperation.of(
            (task, context) -> get("/predictions/{}", task.taskId()),
            (task, reply) ->
                reply.status() == 200
                    ? predictions.read(reply.json(), Optional.of(task.model()))
                    : new TaskStatus.Unavailable(ReplicateFailures.of(reply))));
  }

  /** Calling off twice does no harm. */
  @Override
  public Optional<HttpOperation<TaskRef, CancelOutcome>> cancel() {
    return Optional.of(
        HttpOperation.of(
            (task, context) ->
                HttpCall.post(
                        replicate.at("/predictions/{}/cancel", task.taskId()),
                        Json.object().build())
                    .withCredential(Credential.bearer())
                    .repeatable(),
            (task, reply) -> ReplicateFailures.ofCancel(reply)));
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return Optional.of(new ReplicateCallbacks(predictions));
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(KeyCheck.of(get("/account"), ReplicateAdapter::problem));
  }

  private static Optional<Failure> problem(HttpReply reply) {
    boolean known = reply.status() == 200 && reply.json().at("username").isPresent();
    return known ? Optional.empty() : Optional.of(ReplicateFailures.of(reply));
  }

  private HttpCall get(String path, String... ids) {
    return HttpCall.get(replicate.at(path, ids)).withCredential(Credential.bearer());
  }
}
