package dev.genhub.acme;

import dev.genhub.spi.CallContext;
import dev.genhub.spi.CallbackReader;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyCheck;
import dev.genhub.spi.KeyReport;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskRef;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Acme, as its plugin's author would write it. */
class AcmeAdapter implements ProviderAdapter {

  private static final Json SCHEMA =
      Json.parse(
          """
          {"type": "object", "additionalProperties": false, "properties": {
            "size": {"enum": ["small", "large"], "default": "small"},
            "imageUrl": {"type": "string", "pattern": "^https://", "x-taskTypes": ["img2img"],
              "x-requiredFor": ["img2img"]},
            "strength": {"type": "number", "minimum": 0.1, "maximum": 1, "default": 0.8,
              "x-taskTypes": ["img2img"]}}}""");

  private static final Json PRICES =
      Json.parse("{\"from\": {\"date\": \"2026-01-02\", \"source\": \"price page\"}}");

  private final String base;

  AcmeAdapter(String base) {
    this.base = base;
  }

  @Override
  public List<ModelSpec> models() {
    return List.of(
        new ModelSpec(
            "acme-1",
            List.of("acme"),
            ContentType.IMAGE,
            List.of("text2img", "img2img"),
            SCHEMA,
            PRICES,
            Duration.ofSeconds(20),
            Optional.empty()));
  }

  @Override
  public String taskType(String model, Json parameters) {
    return parameters.at("imageUrl").isPresent() ? "img2img" : "text2img";
  }

  @Override
  public Price quote(GenerationRequest request) {
    boolean large = request.parameters().at("size").equals(Json.of("large"));
    return Price.ofCredits(new BigDecimal(large ? 8 : 4), new BigDecimal("0.01"));
  }

  @Override
  public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
    return new HttpOperation<>() {
      @Override
      public HttpCall describe(GenerationRequest request, CallContext context) {
        Json.ObjectBuilder body =
            Json.object()
                .put("prompt", request.prompt())
                .put("size", request.parameters().at("size"))
                .putText("callback", context.callback().map(URI::toString));
        if (request.taskType().equals("img2img")) {
          body.put("image", request.parameters().at("imageUrl"))
              .put("strength", request.parameters().at("strength"));
        }
        return HttpCall.post(URI.create(base + "/v1/images"), body.build())
            .withCredential(Credential.bearer());
      }

      @Override
      public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
        if (reply.status() == 202) {
          return reply
              .json()
              .at("id")
              .nonBlankText()
              .<SubmitOutcome>map(SubmitOutcome.Accepted::new)
              .orElse(new SubmitOutcome.Unclear("a success without an id"));
        }
        return reply.status() >= 400 && reply.status() < 500
            ? new SubmitOutcome.Rejected(failure(reply))
            : new SubmitOutcome.Unclear("HTTP " + reply.status());
      }
    };
  }

  private static Failure failure(HttpReply reply) {
    Json error = reply.json().at("error");
    FailureKind kind =
        switch (reply.status()) {
          case 401 -> FailureKind.INVALID_API_KEY;
          case 429 -> FailureKind.RATE_LIMITED;
          default ->
              reply.status() >= 500
                  ? FailureKind.PROVIDER_UNAVAILABLE
                  : FailureKind.INVALID_REQUEST;
        };
    return Failure.uncharged(
            kind,
            String.valueOf(reply.status()),
            error.at("message").nonBlankText().orElse("no reason given"))
        .after(reply.retryAfter());
  }

  @Override
  public Optional<HttpOperation<TaskRef, TaskStatus>> status() {
    return Optional.of(
        new HttpOperation<>() {
          @Override
          public HttpCall describe(TaskRef task, CallContext context) {
            String id = URLEncoder.encode(task.taskId(), StandardCharsets.UTF_8);
            return HttpCall.get(URI.create(base + "/v1/images?id=" + id))
                .withCredential(Credential.bearer());
          }

          @Override
          public TaskStatus interpret(TaskRef task, HttpReply reply) {
            return reply.status() == 200
                ? AcmeCallbacks.state(reply.json())
                : new TaskStatus.Unavailable(failure(reply));
          }
        });
  }

  @Override
  public Optional<CallbackReader> callbacks() {
    return Optional.of(new AcmeCallbacks());
  }

  @Override
  public Optional<KeyCheck> keyCheck() {
    return Optional.of(
        new KeyCheck() {
          @Override
          public HttpCall describe(CallContext context) {
            return HttpCall.get(URI.create(base + "/v1/balance"))
                .withCredential(Credential.bearer());
          }

          @Override
          public KeyReport interpret(HttpReply reply) {
            Optional<BigDecimal> credits = reply.json().at("credits").number();
            return reply.status() == 200 && credits.isPresent()
                ? new KeyReport(Optional.empty(), credits)
                : new KeyReport(Optional.of(failure(reply)), Optional.empty());
          }
        });
  }
}
