package dev.genhub.acme;

import dev.genhub.spi.Artifact;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.Credential;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.TaskStatus;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers a submit with the picture itself; nothing is followed, nothing calls back. */
public final class InstantPlugin implements ProviderPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "instant",
        "instant",
        "Instant",
        "instant",
        List.of(SettingSpec.withDefault("base-url", "https://instant.example/v1", "where it is")),
        URI.create("https://instant.example/docs"));
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    String base = settings.require("base-url");
    if (!base.startsWith("https://")) {
      throw new IllegalArgumentException("base-url is '" + base + "'; an https address is allowed");
    }
    return new Adapter(base);
  }

  private record Adapter(String base) implements ProviderAdapter {

    @Override
    public List<ModelSpec> models() {
      return List.of(
          new ModelSpec(
              "instant-1",
              List.of(),
              ContentType.IMAGE,
              List.of("text2img"),
              Json.parse("{\"type\": \"object\", \"additionalProperties\": false}"),
              Json.parse("{\"from\": {\"date\": \"2026-01\", \"source\": \"price page\"}}"),
              Duration.ofSeconds(5),
              Optional.empty()));
    }

    @Override
    public String taskType(String model, Json parameters) {
      return "text2img";
    }

    @Override
    public Price quote(GenerationRequest request) {
      return Price.ofUsd(new BigDecimal("0.04"));
    }

    @Override
    public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
      return new HttpOperation<>() {
        @Override
        public HttpCall describe(GenerationRequest request, CallContext context) {
          return HttpCall.post(
                  URI.create(base + "/pictures"),
                  Json.object().put("prompt", request.prompt()).build())
              .withHeaders(Map.of("X-Version", "2026-01-01"))
              .withCredential(new Credential.KeyHeader("x-api-key", ""));
        }

        @Override
        public SubmitOutcome interpret(GenerationRequest request, HttpReply reply) {
          Json body = reply.json();
          Optional<String> picture = body.at("b64").nonBlankText();
          if (reply.status() == 200 && picture.isPresent()) {
            Artifact image = Artifact.inline(ContentType.IMAGE, "image/png", picture.get());
            return new SubmitOutcome.Finished(
                body.at("id").nonBlankText().orElse("at-once"),
                TaskStatus.Succeeded.of(List.of(image)));
          }
          return reply.status() == 400
              ? new SubmitOutcome.Rejected(
                  Failure.uncharged(FailureKind.CONTENT_REJECTED, "400", "turned down"))
              : new SubmitOutcome.Unclear("HTTP " + reply.status());
        }
      };
    }
  }
}
