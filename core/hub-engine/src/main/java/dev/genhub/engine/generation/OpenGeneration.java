package dev.genhub.engine.generation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A generation that is not settled, locked by whoever settles it.
 *
 * @param surelyUnsent whether its provider has surely not seen it
 * @param period the month whose money it takes
 */
record OpenGeneration(
    UUID id,
    boolean surelyUnsent,
    UUID userId,
    LocalDate period,
    BigDecimal quoteCredits,
    BigDecimal quoteUsd,
    String provider,
    String model,
    String prompt) {

  static OpenGeneration read(ResultSet row) throws SQLException {
    return new OpenGeneration(
        row.getObject("id", UUID.class),
        Phase.surelyUnsent(row.getString("phase")) && !row.getBoolean("maybe_taken"),
        row.getObject("user_id", UUID.class),
        row.getObject("period", LocalDate.class),
        row.getBigDecimal("quote_credits"),
        row.getBigDecimal("quote_usd"),
        row.getString("provider"),
        row.getString("model"),
        row.getString("prompt"));
  }

  /** What so many credits are worth, at the rate of the quote. */
  BigDecimal usd(BigDecimal credits) {
    return quoteCredits.signum() == 0
        ? quoteUsd
        : quoteUsd.multiply(credits).divide(quoteCredits, 6, RoundingMode.HALF_UP);
  }
}
