package dev.genhub.routes.acme;

import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Two models: one that is looked at all the time, and one that only a callback finishes. */
class AcmeAdapter implements ProviderAdapter {
  private static final Json SCHEMA =
      Json.parse(
          """
          {"type": "object", "additionalProperties": false, "properties": {
            "size": {"type": "integer", "minimum": 1, "maximum": 8},
            "address": {"type": "string"}}}
          """);

  private final String name;
  private final URI base;

  AcmeAdapter(String name, URI base) {
    this.name = name;
    this.base = base;
  }

  @Override
  public List<ModelSpec> models() {
    return List.of(
        model(name + "-quick", Duration.ofMillis(150)),
        model(name + "-patient", Duration.ofHours(1)));
  }

  private static ModelSpec model(String id, Duration look) {
    return new ModelSpec(
        id,
        List.of(),
        ContentType.IMAGE,
        List.of("text2img"),
        SCHEMA,
        Json.object().put("credits", 10).build(),
        Duration.ofSeconds(1),
        Optional.of(new PollSchedule(look, 1, look, Duration.ofHours(2))));
  }

  @Override
  public String taskType(String model, Json parameters) {
    return "text2img";
  }

  @Override
  public Price quote(GenerationRequest request) {
    return Price.ofCredits(BigDecimal.TEN, new BigDecimal("0.005"));
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return new AcmeSubmit(base);
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(new AcmeStatus(base));
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return Optional.of(new AcmeCallbacks());
  }
}
