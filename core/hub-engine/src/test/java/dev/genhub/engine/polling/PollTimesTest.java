package dev.genhub.engine.polling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.spi.PollSchedule;
import dev.genhub.spi.Price;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollTimesTest {

  private static final PollSchedule USUAL =
      new PollSchedule(Duration.ofSeconds(2), 1.5, Duration.ofSeconds(30), Duration.ofMinutes(30));

  private final PollTimes times =
      new PollTimes(new Catalogue(List.of(new FakeProvider().installed())), USUAL);

  private static ClaimedGeneration looked(String model, int polls) {
    return new ClaimedGeneration(
        UUID.randomUUID(),
        UUID.randomUUID(),
        FakeProvider.PROVIDER,
        FakeProvider.PLUGIN,
        Optional.of("1.0.0"),
        model,
        "any",
        "a cat",
        JsonNodeFactory.instance.objectNode(),
        Optional.empty(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        Optional.of("t-1"),
        1,
        polls,
        0,
        false,
        Price.ofUsd(BigDecimal.ONE),
        LocalDate.EPOCH,
        Instant.EPOCH,
        Optional.of(Instant.EPOCH));
  }

  /** The bounds are a tenth either way. */
  private static void assertAbout(Duration wait, long millis) {
    assertThat(wait)
        .isBetween(Duration.ofMillis(millis * 9 / 10), Duration.ofMillis(millis * 11 / 10));
  }

  @Test
  void theFirstLookIsAfterTheInitialWait() {
    assertAbout(times.first(looked(FakeProvider.PAINTER, 0)), 2_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 3000", "1, 4500", "2, 6750", "5, 22781", "6, 30000", "100, 30000", "9999, 30000"})
  void eachLookWaitsLongerUpToTheLongest(int polls, long millis) {
    for (int i = 0; i < 50; i++) {
      assertAbout(times.next(looked(FakeProvider.PAINTER, polls)), millis);
    }
  }

  @Test
  void aModelsOwnScheduleHolds() {
    ClaimedGeneration video = looked(FakeProvider.FILMER, 0);

    assertAbout(times.first(video), 10_000);
    assertAbout(times.next(video), 20_000);
    assertThat(times.timeout(video)).isEqualTo(Duration.ofMinutes(10));
    assertThat(times.timeout(looked(FakeProvider.PAINTER, 0))).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void aModelThatIsGoneIsLookedAtAsUsual() {
    assertAbout(times.first(looked("a model that is gone", 0)), 2_000);
  }
}
