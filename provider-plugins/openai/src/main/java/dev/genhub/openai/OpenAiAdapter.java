package dev.genhub.openai;

import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ModelsFile;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** OpenAI as the hub sees it: a submit is answered with the pictures, so nothing is followed. */
final class OpenAiAdapter implements ProviderAdapter {

  private final OpenAiApi api;
  private final ModelsFile models = ModelsFile.read(OpenAiAdapter.class, "models.json");
  private final TokenPrices prices = new TokenPrices(models);

  OpenAiAdapter(OpenAiApi api) {
    this.api = api;
  }

  @Override
  public List<ModelSpec> models() {
    return models.models();
  }

  @Override
  public String taskType(String model, Json parameters) {
    return parameters.at("imageUrls").isPresent() ? "img2img" : "text2img";
  }

  @Override
  public List<Violation> check(GenerationRequest request) {
    List<Violation> found = new ArrayList<>(ProviderAdapter.super.check(request));
    found.addAll(ImageRules.check(request));
    return found;
  }

  @Override
  public Price quote(GenerationRequest request) {
    return prices.quote(request);
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return HttpOperation.of(
        (request, context) -> api.post(ImagePayloads.path(request), ImagePayloads.body(request)),
        (request, reply) ->
            reply.status() == 200
                ? ImagePayloads.read(request, reply, prices)
                : OpenAiFailures.ofSubmit(reply));
  }

  /** A list of models costs nothing (API reference, models). */
  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(KeyCheck.of(api.get("/models"), OpenAiAdapter::problem));
  }

  private static Optional<Failure> problem(HttpReply reply) {
    if (reply.status() == 200) {
      return reply.json().at("data").isArray()
          ? Optional.empty()
          : Optional.of(
              Failure.uncharged(FailureKind.PROVIDER_ERROR, "", "the answer lists no models"));
    }
    Failure failure = OpenAiFailures.of(reply);
    // a restricted key may make pictures and still not list models: no reason to set it aside
    return Optional.of(
        reply.status() == 403
            ? Failure.uncharged(
                FailureKind.INVALID_REQUEST, failure.providerCode(), failure.message())
            : failure);
  }
}
