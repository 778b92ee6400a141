package dev.genhub.engine.generation;

import dev.genhub.engine.money.Booking;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A generation that is not settled, locked by whoever settles it.
 *
 * @param maybeTaken whether an earlier submit of it was never answered
 * @param period the month whose money it takes
 */
record OpenGeneration(
    UUID id,
    Phase phase,
    boolean maybeTaken,
    UUID userId,
    LocalDate period,
    String provider,
    String model,
    String prompt,
    BigDecimal quoteCredits,
    BigDecimal quoteUsd) {

  static OpenGeneration read(ResultSet row, int n) throws SQLException {
    return new OpenGeneration(
        row.getObject("id", UUID.class),
        Phase.valueOf(row.getString("phase").toUpperCase(Locale.ROOT)),
        row.getBoolean("maybe_taken"),
        row.getObject("user_id", UUID.class),
        row.getObject("period", LocalDate.class),
        row.getString("provider"),
        row.getString("model"),
        row.getString("prompt"),
        row.getBigDecimal("quote_credits"),
        row.getBigDecimal("quote_usd"));
  }

  /** Whether its provider has surely not seen it. */
  boolean surelyUnsent() {
    return phase.surelyUnsent() && !maybeTaken;
  }

  /** The charge of the provider's figure, or else of the quote. */
  Booking charge(Optional<BigDecimal> creditsCharged) {
    return book(
        Booking.Kind.CHARGE,
        creditsCharged.orElse(quoteCredits),
        creditsCharged.map(this::usd).orElse(quoteUsd));
  }

  /** The release of what was reserved. */
  Booking release() {
    return book(Booking.Kind.RELEASE, quoteCredits, quoteUsd);
  }

  private Booking book(Booking.Kind kind, BigDecimal credits, BigDecimal usd) {
    return new Booking(id, userId, period, kind, quoteUsd, credits, usd);
  }

  /** What so many credits are worth, at the rate of the quote. */
  private BigDecimal usd(BigDecimal credits) {
    return quoteCredits.signum() == 0
        ? quoteUsd
        : quoteUsd.multiply(credits).divide(quoteCredits, 6, RoundingMode.HALF_UP);
  }
}
