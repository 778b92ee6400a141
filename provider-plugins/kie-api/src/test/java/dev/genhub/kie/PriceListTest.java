package dev.genhub.kie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceListTest {

  private static PriceList list(String entries) {
    return new PriceList(Json.parse(entries).items(), Json.MISSING);
  }

  private static BigDecimal credits(PriceList list, String moment) {
    return list.price(
            new GenerationRequest(
                "veo3",
                "text2video",
                "a cat",
                Json.object().build(),
                Optional.empty(),
                Instant.parse(moment)))
        .credits();
  }

  @Test
  void aPriceChangesAtMidnightUtc() {
    PriceList list =
        list(
            """
            [{"when": {"model": "veo3"}, "validFrom": "2026-12-01", "credits": 300},
             {"when": {"model": "veo3"}, "credits": 250}]
            """);

    assertThat(credits(list, "2026-11-30T23:59:59Z")).isEqualByComparingTo("250");
    assertThat(credits(list, "2026-12-01T00:00:00Z")).isEqualByComparingTo("300");
  }

  @Test
  void aDateThatIsNoneIsFoundAtTheStart() {
    assertThatThrownBy(() -> list("[{\"validUntil\": 2026, \"credits\": 1}]"))
        .hasMessage("validUntil is 2026, it must be a date such as \"2026-11-24\"");
  }
}
