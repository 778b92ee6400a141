package dev.genhub.kie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.spi.ProviderSettings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KieSettingsTest {

  @Test
  void aSlashAtTheEndOfTheAddressDoesNoHarm() {
    KieApi api = KieApi.of(settings("http://localhost:8081/kie//", "guide"));

    assertThat(api.get("/api/v1/chat/credit").uri())
        .hasToString("http://localhost:8081/kie/api/v1/chat/credit");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "api.kie.ai", "ftp://api.kie.ai", "https://", "https://api.kie.ai?x=1"})
  void anAddressThatIsNoneIsRefusedByName(String address) {
    assertThatThrownBy(() -> KieApi.of(settings(address, "live")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("genhub.providers.kie.base-url", "'" + address + "'");
  }

  @Test
  void anUnknownDialectIsRefusedByName() {
    assertThatThrownBy(() -> KieApi.of(settings("https://api.kie.ai", "flat")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("genhub.providers.kie.dialect", "'flat'", "live", "guide");
  }

  private static ProviderSettings settings(String baseUrl, String dialect) {
    return new ProviderSettings(Map.of("base-url", baseUrl, "dialect", dialect));
  }
}
