package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.spi.SubmitRate;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmitRatesTest {

  private static final SubmitRate SAID = new SubmitRate(7, Duration.ofSeconds(3));

  private static SubmitRates rates(String set) {
    FakeProvider provider = new FakeProvider();
    provider.rate = Optional.of(SAID);
    return new SubmitRates(
        new Catalogue(List.of(provider.installed())),
        name ->
            Optional.ofNullable(set)
                .filter(text -> name.equals("genhub.providers.fake.submits-per-10s")));
  }

  @Test
  void thePluginsPaceHoldsUnlessTheOperatorSetsAnother() {
    assertThat(rates(null).of(FakeProvider.PLUGIN)).contains(SAID);
    assertThat(rates("50").of(FakeProvider.PLUGIN))
        .contains(new SubmitRate(50, Duration.ofSeconds(10)));
    assertThat(rates("0").of(FakeProvider.PLUGIN)).isEmpty();
    assertThat(rates(null).of("a-plugin-that-is-not-there")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "many", "1.5", "100001"})
  void aFigureThatIsNoneIsSaidSo(String text) {
    SubmitRates rates = rates(text);

    assertThatThrownBy(rates::check)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "genhub.providers.fake.submits-per-10s is '"
                + text
                + "'; it must be a whole number from 0 (any speed) to 100000");
  }
}
