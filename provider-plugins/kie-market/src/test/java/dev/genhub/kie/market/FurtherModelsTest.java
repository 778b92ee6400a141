package dev.genhub.kie.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.CallBody;
import dev.genhub.spi.CallContext;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpCall;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models that the operator adds without a build. */
class FurtherModelsTest {

  private static final String Z_IMAGE =
      """
      {"models": [{
        "id": "z-image", "market": "tongyi/z-image", "taskTypes": ["text2img"],
        "pricesFrom": {"date": "2026-09-01", "source": "price list"}, "prices": [{"credits": 1}],
        "fields": {"steps": "num_inference_steps"}, "texts": ["steps"],
        "properties": {"steps": {"enum": [8, 20], "default": 8},
                       "safetyChecker": {"type": "boolean"}}}]}
      """;

  private static ProviderAdapter with(String dialect, String file) {
    return new MarketPlugin()
        .adapter(
            new ProviderSettings(
                Map.of(
                    "base-url", "https://api.kie.ai",
                    "dialect", dialect,
                    "market-models-file", file)));
  }

  @Test
  void anEntryIsAModelBesideThoseThatComeAlong() {
    assertThat(with("live", Z_IMAGE).models())
        .extracting(ModelSpec::id)
        .contains("nano-banana", "z-image");
  }

  @Test
  void itsJobHasTheNamesOfTheMarket() {
    ProviderAdapter market = with("live", Z_IMAGE);
    GenerationRequest request =
        new GenerationRequest(
            "z-image",
            "text2img",
            "a fox",
            Json.parse("{\"steps\": 20, \"safetyChecker\": false}"),
            Optional.empty(),
            Instant.EPOCH);

    HttpCall call =
        market.submit().describe(request, new CallContext(Instant.EPOCH, "key", Optional.empty()));

    assertThat(market.check(request)).isEmpty();
    assertThat(market.quote(request).credits()).isEqualByComparingTo(BigDecimal.ONE);
    assertThat(Json.parse(((CallBody.JsonText) call.body()).text()))
        .isEqualTo(
            Json.parse(
                """
                {"model": "tongyi/z-image",
                 "input": {"prompt": "a fox", "num_inference_steps": "20", "safety_checker": false}}
                """));
  }

  @Test
  void anEntryOfTheSameIdReplacesTheOneThatComesAlong() {
    ProviderAdapter market = with("live", Z_IMAGE.replace("z-image", "nano-banana"));

    assertThat(market.models()).extracting(ModelSpec::id).containsOnlyOnce("nano-banana");
    assertThat(market.models().get(0).parametersSchema().at("properties").at("steps").isPresent())
        .isTrue();
  }

  @Test
  void theGuideHasNoMarket() {
    assertThat(with("guide", Z_IMAGE).models()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"models\": [                | market-models-file is not JSON of the form",
        "[]                            | market-models-file is not JSON of the form",
        "{\"models\": [{}]}            | model '' has no 'market'",
        "{\"models\": [{\"market\": \"z\"}]} | model '' has no usable 'id'",
        "{\"models\": [{\"id\": \"z\"}]}     | model 'z' has no 'market'",
        "{\"models\": [{\"id\": \"z\", \"market\": \"z\"}]} | model 'z' has no usable 'prices'",
        "{\"models\": [{\"id\": \"z\", \"market\": \"z\", \"prices\": [{\"credits\": \"cheap\"}]}]}"
            + " | model 'z' has no usable 'prices'",
        "{\"models\": [{\"id\": \"z\", \"market\": \"z\", \"prices\": [{\"credits\": 1}]}]}"
            + " | model 'z' has no task type"
      })
  void aMistakeInTheFileIsToldToTheOperator(String file, String problem) {
    assertThatThrownBy(() -> with("live", file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }
}
