package dev.genhub.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUrlTest {

  private static final BaseUrl BASE = base("https://api.acme.example/v1//");

  private static BaseUrl base(String text) {
    return BaseUrl.of(new ProviderSettings(Map.of("base-url", text)));
  }

  @Test
  void aSlashAtTheEndDoesNoHarm() {
    assertThat(BASE.at("/images")).hasToString("https://api.acme.example/v1/images");
  }

  @Test
  void valuesStayWhereTheyBelong() {
    assertThat(BASE.at("/images/{}/cancel?by={}", "../a b", "x&y=z"))
        .hasToString("https://api.acme.example/v1/images/..%2Fa%20b/cancel?by=x%26y%3Dz");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", ".."})
  void noValueLeadsUpwards(String value) {
    assertThatThrownBy(() -> BASE.at("/images/{}", value)).hasMessageContaining(value);
  }

  @Test
  void aValueWithoutAPlaceIsADefect() {
    assertThatThrownBy(() -> BASE.at("/images", "job-1")).hasMessageContaining("/images");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "api.acme.example", "ftp://acme", "https://", "https://a?x=1", "https://u@a"})
  void anAddressThatIsNoneIsRefusedByName(String text) {
    assertThatThrownBy(() -> base(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("base-url", "'" + text + "'");
  }

  @Test
  void itsOwnAddressesAreThoseUnderIt() {
    assertThat(BASE.holds(URI.create("https://API.acme.example/v1/files/1.png?alt=media")))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://api.acme.example/v1/1.png",
        "https://api.acme.example:444/v1/1.png",
        "https://api.acme.example.evil.example/v1/1.png",
        "https://api.acme.example@evil.example/v1/1.png",
        "https://api.acme.example/v11/1.png",
        "https://api.acme.example/v1/../v2/1.png",
        "/v1/1.png",
        "mailto:api.acme.example",
      })
  void othersAreNot(String address) {
    assertThat(BASE.holds(URI.create(address))).isFalse();
  }
}
