package dev.genhub.engine.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {

  @ParameterizedTest(name = "{0} credits, {1} in flight; {2} charged; then {3}, {4} in flight")
  @CsvSource({
    // previous, in flight, charged, current, in flight, drift, drifts
    "100, 0, 30, 70, 0, 0, false",
    // what is in flight may be paid already, or not yet
    "100, 0, 30, 62, 8, 0, false",
    "100, 0, 30, 70, 8, 0, false",
    // what was in flight may have been paid before the first reading
    "100, 8, 8, 100, 0, 0, false",
    "100, 8, 8, 92, 0, 0, false",
    // more is gone than was charged, or less
    "100, 0, 30, 60, 0, -10, true",
    "100, 0, 30, 75, 0, 5, true",
    "100, 0, 0, 1100, 0, 1000, true",
    // rounding: a credit, or a percent of what was charged
    "100, 0, 30, 69, 0, -1, false",
    "100, 0, 30, 68.99, 0, -1.01, true",
    "9000, 0, 5000, 3950, 0, -50, false",
    "9000, 0, 5000, 3949, 0, -51, true"
  })
  void aDriftIsWhatTheLedgerAndWhatIsInFlightDoNotExplain(
      BigDecimal previous,
      BigDecimal previousInFlight,
      BigDecimal charged,
      BigDecimal current,
      BigDecimal inFlight,
      BigDecimal drift,
      boolean drifts) {
    Comparison comparison = new Comparison(previous, previousInFlight, charged, current, inFlight);

    assertThat(comparison.drift()).isEqualByComparingTo(drift);
    assertThat(comparison.drifts()).isEqualTo(drifts);
  }
}
