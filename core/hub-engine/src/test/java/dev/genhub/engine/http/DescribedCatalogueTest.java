package dev.genhub.engine.http;

import static dev.genhub.engine.http.DescribedSchemas.assertDescribed;
import static dev.genhub.engine.http.DescribedSchemas.assertSameFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.ListModels;
import dev.genhub.engine.catalogue.ListProviders;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The catalogue is answered as the document says. */
class DescribedCatalogueTest {

  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              new InstalledPlugin(
                  "kie-veo",
                  "1.0.0",
                  Optional.of(new InstalledPlugin.Service(descriptor(), new OneModel())),
                  Optional.empty()),
              new InstalledPlugin(
                  "broken.jar", "", Optional.empty(), Optional.of("it has no manifest"))));

  @Test
  void modelsAreAsDescribed() {
    Object answer = new ListModels(CATALOGUE).list(TestRequests.plain()).body();

    JsonNode models = DescribedSchemas.written(answer).path("data");
    assertThat(models).hasSize(1);
    assertDescribed("ModelList", answer);
    assertSameFields("Model", models.get(0));
  }

  @Test
  void providersAreAsDescribedWithTheirPluginsWhetherTheseWorkOrNot() {
    Object answer = new ListProviders(CATALOGUE).list(TestRequests.plain()).body();

    JsonNode providers = DescribedSchemas.written(answer).path("data");
    assertThat(providers.findValuesAsText("state")).containsExactly("started", "failed");
    assertDescribed("ProviderList", answer);
    assertSameFields("Provider", providers.get(0));
    assertSameFields("Plugin", providers.at("/0/plugins/0"));
  }

  private static PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "kie-veo", "kie-ai", "KIE.AI", "kie", List.of(), URI.create("https://docs.kie.ai"));
  }

  /** Offers one model and does nothing. */
  private static final class OneModel implements ProviderAdapter {

    @Override
    public List<ModelSpec> models() {
      return List.of(
          new ModelSpec(
              "veo3_fast",
              List.of("veo"),
              ContentType.VIDEO,
              List.of("text2video"),
              Json.parse("{\"type\":\"object\",\"additionalProperties\":false}"),
              Json.parse("{\"unit\":\"credits\"}"),
              Duration.ofSeconds(90),
              Optional.empty()));
    }

    @Override
    public String taskType(String model, Json parameters) {
      return "text2video";
    }

    @Override
    public Price quote(GenerationRequest request) {
      return Price.ofUsd(BigDecimal.ONE);
    }

    @Override
    public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
      throw new UnsupportedOperationException("this adapter is only listed");
    }
  }
}
