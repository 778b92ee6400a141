package dev.genhub.engine.money;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * How a reservation ends.
 *
 * @param period the month that it was made in, by its first day
 * @param reservedUsd what was reserved
 * @param credits what was charged or released
 * @param usd the same in dollars
 */
public record Booking(
    UUID generationId,
    UUID userId,
    LocalDate period,
    Kind kind,
    BigDecimal reservedUsd,
    BigDecimal credits,
    BigDecimal usd) {

  /** The kinds of ledger entries. */
  public enum Kind {
    /** It becomes spent money. */
    CHARGE,
    /** It becomes free again. */
    RELEASE
  }

  public Booking {
    Objects.requireNonNull(generationId, "generationId");
    Objects.requireNonNull(userId, "userId");
    Objects.requireNonNull(period, "period");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reservedUsd, "reservedUsd");
    Objects.requireNonNull(credits, "credits");
    Objects.requireNonNull(usd, "usd");
  }

  BigDecimal spentUsd() {
    return kind == Kind.CHARGE ? usd : BigDecimal.ZERO;
  }
}
