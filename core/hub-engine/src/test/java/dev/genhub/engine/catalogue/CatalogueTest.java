package dev.genhub.engine.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.testing.Answers;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.Requests;
import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpOperation;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.Price;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

  /** Serves models of these names and nothing else. */
  private record Named(List<ModelSpec> models) implements ProviderAdapter {

    @Override
    public String taskType(String model, Json parameters) {
      return "text2img";
    }

    @Override
    public Price quote(GenerationRequest request) {
      throw new UnsupportedOperationException();
    }

    @Override
    public HttpOperation<GenerationRequest, SubmitOutcome> submit() {
      throw new UnsupportedOperationException();
    }
  }

  private static ModelSpec model(String id, String... aliases) {
    return FakeProvider.model(
        id,
        Arrays.asList(aliases),
        ContentType.IMAGE,
        List.of("text2img"),
        Json.parse("{\"type\": \"object\"}"),
        Optional.empty());
  }

  private static InstalledPlugin plugin(String id, String provider, ModelSpec... models) {
    PluginDescriptor descriptor =
        new PluginDescriptor(
            id, provider, provider, provider, List.of(), URI.create("https://fake.test"));
    return new InstalledPlugin(
        id,
        "1.0.0",
        Optional.of(new InstalledPlugin.Service(descriptor, new Named(List.of(models)))),
        Optional.empty());
  }

  private final Catalogue catalogue =
      new Catalogue(
          List.of(
              plugin("a-kie", "kie", model("flux", "flux-1"), model("google/banana")),
              plugin("b-google", "google", model("banana"), model("flux"))));

  @ParameterizedTest
  @CsvSource({
    "flux, , kie/flux",
    "flux-1, , kie/flux",
    "kie/flux, , kie/flux",
    "kie/flux-1, , kie/flux",
    "google/flux, , google/flux",
    "flux, google, google/flux",
    "flux, kie, kie/flux",
    "kie/flux, kie, kie/flux",
    "kie/google/banana, , kie/google/banana",
    "google/banana, , google/banana",
    "google/banana, kie, kie/google/banana",
    "google/banana, google, google/banana"
  })
  void aModelIsFoundByItsNames(String name, String provider, String found) {
    assertThat(catalogue.find(name, Optional.ofNullable(provider)))
        .map(CatalogueModel::qualifiedId)
        .contains(found);
  }

  @ParameterizedTest
  @CsvSource({"unknown,", "flux-1, google", "kie/flux, google", "flux, nobody", "'', ", "Flux,"})
  void whatIsNotThereIsNotFound(String name, String provider) {
    assertThat(catalogue.find(name, Optional.ofNullable(provider))).isEmpty();
  }

  @Test
  void anIdGoesBeforeAnAliasOfAnEarlierPlugin() {
    Catalogue both =
        new Catalogue(
            List.of(
                plugin("a-google", "google", model("gemini-image", "banana", "fruit")),
                plugin("b-kie", "kie", model("banana", "fruit"))));

    assertThat(both.find("banana", Optional.empty()))
        .map(CatalogueModel::qualifiedId)
        .contains("kie/banana");
    assertThat(both.find("fruit", Optional.empty()))
        .map(CatalogueModel::qualifiedId)
        .contains("google/gemini-image");
  }

  @Test
  void aPluginWithAModelThatAnotherServesFailsAndTheFirstGoesOn() {
    Catalogue both =
        new Catalogue(
            List.of(
                plugin("first", "kie", model("flux")),
                plugin("second", "kie", model("other"), model("flux"))));

    assertThat(both.workingPlugins()).containsExactly("first");
    assertThat(both.service("second")).isEmpty();
    assertThat(both.plugins().get(1).state()).isEqualTo("failed");
    assertThat(both.plugins().get(1).problem())
        .contains("model 'kie/flux' is served by plugin 'first' already");
    assertThat(both.find("other", Optional.empty())).isEmpty();
  }

  @Test
  void aPluginThatServesAModelTwiceFails() {
    Catalogue twice = new Catalogue(List.of(plugin("twice", "kie", model("flux"), model("flux"))));

    assertThat(twice.plugins().get(0).problem())
        .contains("model 'kie/flux' is served by plugin 'twice' already");
    assertThat(twice.models()).isEmpty();
  }

  @Test
  void aPluginWithABrokenSchemaFailsAlone() {
    ModelSpec broken =
        FakeProvider.model(
            "broken",
            List.of(),
            ContentType.IMAGE,
            List.of("text2img"),
            Json.parse("{\"type\": \"strnig\"}"),
            Optional.empty());
    Catalogue both =
        new Catalogue(List.of(plugin("bad", "kie", broken), plugin("good", "kie", model("flux"))));

    assertThat(both.plugins().get(0).problem())
        .hasValueSatisfying(problem -> assertThat(problem).startsWith("not a JSON Schema: /type"));
    assertThat(both.workingPlugins()).containsExactly("good");
  }

  @Test
  void modelsAreListedByProviderAndContentType() {
    ListModels list = new ListModels(new Catalogue(List.of(new FakeProvider().installed())));

    assertThat(ids(list.list(Requests.any().build())))
        .containsExactly("painter", "filmer", "singer");
    assertThat(ids(list.list(Requests.any().query("contentType", "video").build())))
        .containsExactly("filmer");
    assertThat(ids(list.list(Requests.any().query("provider", "nobody").build()))).isEmpty();
  }

  private static List<String> ids(ApiResponse response) {
    return Answers.data(response, ListModels.ModelView.class).stream()
        .map(ListModels.ModelView::id)
        .toList();
  }

  @Test
  void aModelIsShownWithItsSchemaAndPrices() {
    ListModels list = new ListModels(new Catalogue(List.of(new FakeProvider().installed())));

    assertThat(Answers.data(list.list(Requests.any().build()), ListModels.ModelView.class).get(0))
        .satisfies(
            view -> {
              assertThat(view.provider()).isEqualTo("fake");
              assertThat(view.aliases()).containsExactly("painter-6");
              assertThat(view.contentType()).isEqualTo("image");
              assertThat(view.taskTypes()).startsWith("text2img");
              assertThat(view.parametersSchema().at("/properties/aspectRatio/default").asText())
                  .isEqualTo("1:1");
              assertThat(view.pricing().at("/credits").asInt()).isEqualTo(8);
              assertThat(view.estimatedTime()).isEqualTo(45);
            });
  }

  @Test
  void providersAreListedWithTheirPluginsTheFailedOnesToo() {
    ListProviders list =
        new ListProviders(
            new Catalogue(
                List.of(
                    plugin("a", "kie", model("flux")),
                    plugin("b", "kie", model("veo")),
                    new InstalledPlugin(
                        "broken.jar", "", Optional.empty(), Optional.of("is no jar")))));

    List<ListProviders.ProviderView> providers =
        Answers.data(list.list(Requests.any().build()), ListProviders.ProviderView.class);

    assertThat(providers)
        .containsExactly(
            new ListProviders.ProviderView(
                "kie",
                "kie",
                List.of(
                    new ListProviders.PluginView("a", "1.0.0", "started", null),
                    new ListProviders.PluginView("b", "1.0.0", "started", null)),
                List.of("flux", "veo"),
                true),
            new ListProviders.ProviderView(
                "unknown",
                "unknown",
                List.of(new ListProviders.PluginView("broken.jar", "", "failed", "is no jar")),
                List.of(),
                false));
  }
}
