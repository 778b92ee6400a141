package dev.genhub.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.json.Json;
import java.time.Instant;
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
    return price(FILE, model, parameters, "2026-11-24T12:00:00Z");
  }

  private static Json price(ModelsFile file, String model, String parameters, String moment) {
    return file.price(
            new GenerationRequest(
                model,
                "text2img",
                "a cat",
                Json.parse(parameters),
                Optional.empty(),
                Instant.parse(moment)))
        .at("usd");
  }

  private static ModelsFile priced(String entries) {
    return ModelsFile.of(
        Json.parse("{\"prices\": {\"entries\": " + entries + "}, \"models\": []}"));
  }

  @Test
  void aPriceChangesAtMidnightUtc() {
    ModelsFile file =
        priced(
            """
            [{"validUntil": "2026-12-01", "usd": 0.04}, {"validFrom": "2026-12-01", "usd": 0.05}]
            """);

    assertThat(price(file, "a", "{}", "2026-11-30T23:59:59Z")).isEqualTo(Json.parse("0.04"));
    assertThat(price(file, "a", "{}", "2026-12-01T00:00:00Z")).isEqualTo(Json.parse("0.05"));
  }

  @Test
  void aDateThatIsNoneIsFoundAtTheStart() {
    assertThatThrownBy(() -> priced("[{\"validFrom\": \"soon\", \"usd\": 0.04}]"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("validFrom is \"soon\", it must be a date such as \"2026-11-24\"");
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
