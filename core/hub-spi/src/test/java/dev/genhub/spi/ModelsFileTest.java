package dev.genhub.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.json.Json;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelsFileTest {

  private static final ModelsFile FILE =
      ModelsFile.of(
          Json.parse(
              """
              {"prices": {
                 "from": {"date": "2026-01", "source": "price page"}, "unit": "usd",
                 "entries": [
                   {"when": {"model": "acme-2", "size": ["large", "huge"]}, "usd": 0.08},
                   {"when": {"model": "acme-2"}, "usd": 0.04},
                   {"when": {"model": "acme-1"}, "usd": 0.02}]},
               "parameters": {"type": "object", "additionalProperties": false, "properties": {
                 "size": {"enum": ["small", "large", "huge"], "default": "small"},
                 "imageUrl": {"type": "string", "x-taskTypes": ["img2img"]}}},
               "each": {"contentType": "image", "taskTypes": ["text2img"], "estimatedSeconds": 20},
               "models": [
                 {"id": "acme-1", "aliases": ["acme"],
                  "properties": {"size": {"enum": ["small"]}, "imageUrl": null}},
                 {"id": "acme-2", "taskTypes": ["text2img", "img2img"], "note": "own"}]}"""));

  private static Json price(String model, String parameters) {
    return FILE.price(
            new GenerationRequest(
                model, "text2img", "a cat", Json.parse(parameters), Optional.empty()))
        .at("usd");
  }

  @Test
  void aModelHasWhatAllHaveAndItsOwn() {
    ModelSpec model = FILE.models().get(0);

    assertThat(model.aliases()).containsExactly("acme");
    assertThat(model.contentType()).isEqualTo(ContentType.IMAGE);
    assertThat(model.taskTypes()).containsExactly("text2img");
    assertThat(model.parametersSchema().at("additionalProperties")).isEqualTo(Json.of(false));
    assertThat(model.parametersSchema().at("properties"))
        .isEqualTo(Json.parse("{\"size\": {\"enum\": [\"small\"], \"default\": \"small\"}}"));
    assertThat(FILE.entry("acme-2").at("note").text()).contains("own");
    assertThat(FILE.entry("acme-3")).isEqualTo(Json.MISSING);
  }

  @Test
  void theFirstPriceThatHoldsCounts() {
    assertThat(price("acme-2", "{\"size\": \"huge\"}")).isEqualTo(Json.parse("0.08"));
    assertThat(price("acme-2", "{\"size\": \"small\"}")).isEqualTo(Json.parse("0.04"));
    assertThat(price("acme-1", "{}")).isEqualTo(Json.parse("0.02"));
    assertThatThrownBy(() -> price("acme-3", "{}")).hasMessageContaining("acme-3");
  }

  @Test
  void theShownPricesAreTheModelsOwn() {
    Json shown = FILE.models().get(0).pricing();

    assertThat(shown.at("from").at("date").text()).contains("2026-01");
    assertThat(shown.at("entries").items()).hasSize(1);
  }

  @Test
  void whatIsMissingIsNamed() {
    Json file = Json.parse("{\"models\": [{\"id\": \"acme-1\", \"contentType\": \"image\"}]}");

    assertThatThrownBy(() -> ModelsFile.of(file)).hasMessageContainingAll("acme-1", "taskTypes");
  }
}
