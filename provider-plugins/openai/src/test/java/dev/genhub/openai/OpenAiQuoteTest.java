package dev.genhub.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SubmitOutcome;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiQuoteTest {

  private final ProviderAdapter openAi =
      new OpenAiPlugin()
          .adapter(new ProviderSettings(Map.of("base-url", "https://api.openai.com/v1")));

  private static GenerationRequest request(String size, String quality) {
    Json parameters = Json.object().put("size", size).put("quality", quality).put("n", 1).build();
    return new GenerationRequest(
        "gpt-image-2", "text2img", "a cat", parameters, Optional.empty(), Instant.EPOCH);
  }

  private BigDecimal charged(GenerationRequest request, String usage) {
    HttpReply reply =
        new HttpReply(
            200,
            Map.of("x-request-id", List.of("req_1")),
            "{\"data\": [{\"b64_json\": \"iVBORw0KGgo=\"}], \"usage\": " + usage + "}");
    SubmitOutcome outcome = openAi.submit().interpret(request, reply);
    return ((SubmitOutcome.Finished) outcome).result().creditsCharged().orElseThrow();
  }

  /** OpenAI's own price list of pictures, for output alone (model page of gpt-image-2). */
  @ParameterizedTest
  @CsvSource({
    "1024x1024, low, 0.006",
    "1024x1536, low, 0.005",
    "1024x1024, medium, 0.053",
    "1536x1024, medium, 0.041",
    "1024x1024, high, 0.211",
    "1536x1024, high, 0.165",
    "auto, high, 0.211",
    "auto, auto, 0.211",
  })
  void aQuoteIsNeverBelowThePriceList(String size, String quality, BigDecimal price) {
    assertThat(openAi.quote(request(size, quality)).usd()).isGreaterThanOrEqualTo(price);
  }

  @Test
  void tokensOfEachKindHaveTheirRate() {
    String usage =
        """
        {"input_tokens": 1000049, "output_tokens": 1056,
         "input_tokens_details": {"text_tokens": 49, "image_tokens": 1000000}}""";

    assertThat(charged(request("1024x1024", "medium"), usage)).isEqualByComparingTo("8.0320");
  }

  @Test
  void whatIsChargedIsBelowTheQuote() {
    GenerationRequest request = request("1024x1024", "medium");
    String usage = "{\"input_tokens\": 9, \"output_tokens\": 1756}";

    assertThat(charged(request, usage)).isLessThanOrEqualTo(openAi.quote(request).usd());
  }
}
