package dev.genhub.engine.generation;

import dev.genhub.engine.money.Booking;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a settlement needs of the row that it has closed.
 *
 * @param chargedCredits null when nothing is charged
 * @param chargedUsd null when nothing is charged
 */
record ClosedGeneration(
    UUID id,
    UUID userId,
    LocalDate period,
    String provider,
    String model,
    String prompt,
    BigDecimal quoteCredits,
    BigDecimal quoteUsd,
    BigDecimal chargedCredits,
    BigDecimal chargedUsd) {

  static final String COLUMNS =
      """
      t.id, t.user_id, t.period, t.provider, t.model, t.prompt, t.quote_credits, t.quote_usd,
      t.charged_credits, t.charged_usd""";

  static ClosedGeneration read(ResultSet row, int n) throws SQLException {
    return new ClosedGeneration(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getObject("period", LocalDate.class),
        row.getString("provider"),
        row.getString("model"),
        row.getString("prompt"),
        row.getBigDecimal("quote_credits"),
        row.getBigDecimal("quote_usd"),
        row.getBigDecimal("charged_credits"),
        row.getBigDecimal("charged_usd"));
  }

  Booking booking() {
    return chargedUsd == null
        ? new Booking(id, userId, period, Booking.Kind.RELEASE, quoteUsd, quoteCredits, quoteUsd)
        : new Booking(
            id, userId, period, Booking.Kind.CHARGE, quoteUsd, chargedCredits, chargedUsd);
  }
}
