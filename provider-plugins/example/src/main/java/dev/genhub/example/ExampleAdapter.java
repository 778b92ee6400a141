package dev.genhub.example;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.CallbackReader;
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
import dev.genhub.spi.json.Json;
import java.util.List;
import java.util.Optional;

/** What Acme can do. What it cannot is absent: there is no cancel() here, so jobs run on. */
final class ExampleAdapter implements ProviderAdapter {

  private final BaseUrl acme;
  private final ModelsFile models = ModelsFile.read(ExampleAdapter.class, "models.json");

  ExampleAdapter(BaseUrl acme) {
    this.acme = acme;
  }

  @Override
  public List<ModelSpec> models() {
    return models.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    return parameters.at("imageUrl").isPresent() ? "img2img" : "text2img";
  }

  @Override
  public Price quote(GenerationRequest request) {
    return Price.ofUsd(models.price(request).at("usd").number().orElseThrow());
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return HttpOperation.of(
        (request, context) ->
            HttpCall.post(acme.at("/v1/jobs"), ExamplePayloads.order(request, context))
                .withCredential(Credential.bearer()),
        (request, reply) ->
            reply.status() == 202
                ? ExamplePayloads.taken(reply.json())
                : ExampleFailures.ofSubmit(reply));
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(
        HttpOperation.of(
            (task, context) -> get("/v1/jobs/{}", task.taskId()),
            (task, reply) ->
                reply.status() == 200
                    ? ExamplePayloads.state(reply.json())
                    : new TaskStatus.Unavailable(ExampleFailures.of(reply))));
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return Optional.of(new ExampleCallbacks());
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(KeyCheck.of(get("/v1/account"), ExampleAdapter::problem));
  }

  private static Optional<Failure> problem(HttpReply reply) {
    boolean known = reply.status() == 200 && reply.json().at("email").isPresent();
    return known ? Optional.empty() : Optional.of(ExampleFailures.of(reply));
  }

  private HttpCall get(String path, String... ids) {
    return HttpCall.get(acme.at(path, ids)).withCredential(Credential.bearer());
  }
}
