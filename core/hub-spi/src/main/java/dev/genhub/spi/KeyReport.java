package dev.genhub.spi;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a key's test said.
 *
 * @param problem empty when the key works
 * @param creditsRemaining the balance, where the provider tells
 */
public record KeyReport(Optional<Failure> problem, Optional<BigDecimal> creditsRemaining) {

  public KeyReport {
    Objects.requireNonNull(problem, "problem");
    Objects.requireNonNull(creditsRemaining, "creditsRemaining");
  }
}
