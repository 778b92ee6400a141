package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchPolicyTest {

  private final DispatchPolicy policy =
      DispatchPolicy.of("node", Duration.ofSeconds(60), Duration.ofMinutes(30));

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "2, 2", "3, 4", "7, 64", "8, 120", "50, 120", "5000, 120"})
  void theBackoffDoublesUpToItsBoundAndAQuarterEitherWay(int attempts, int seconds) {
    for (int i = 0; i < 100; i++) {
      assertThat(policy.backoff(attempts))
          .isBetween(Duration.ofMillis(seconds * 750L), Duration.ofMillis(seconds * 1250L));
    }
  }

  @ParameterizedTest
  @CsvSource({"PT17S, PT17S", "PT10M, PT10M", "PT277H, PT1H"})
  void aProviderMayAskForALongerWaitButNotForEver(Duration asked, Duration given) {
    assertThat(policy.waitAfter(1, Optional.of(asked))).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({"PT0S", "PT0.5S"})
  void aShorterWaitThanTheBackoffIsNotTaken(Duration asked) {
    assertThat(policy.waitAfter(5, Optional.of(asked)))
        .isGreaterThanOrEqualTo(Duration.ofSeconds(12));
  }
}
