package dev.genhub.spi;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A price in the provider's credits and in US dollars.
 *
 * @param credits zero or more; for a provider without credits, the dollars again
 * @param usd zero or more
 */
public record Price(BigDecimal credits, BigDecimal usd) {

  public Price {
    Objects.requireNonNull(credits, "credits");
    Objects.requireNonNull(usd, "usd");
    if (credits.signum() < 0 || usd.signum() < 0) {
      throw new IllegalArgumentException("a price is not negative: " + credits + ", " + usd);
    }
  }

  /** So many credits at so many dollars each. */
  public static Price ofCredits(BigDecimal credits, BigDecimal usdPerCredit) {
    return new Price(credits, credits.multiply(usdPerCredit));
  }

  /** A price in dollars where the provider has no credits. */
  public static Price ofUsd(BigDecimal usd) {
    return new Price(usd, usd);
  }
}
