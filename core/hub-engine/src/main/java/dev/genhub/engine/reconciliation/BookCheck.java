package dev.genhub.engine.reconciliation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * A look at the hub's own books.
 *
 * @param unbalancedGenerations settled generations whose reservation has not ended; none unless an
 *     outcome never became known
 * @param unbalancedMonths months of users whose running totals are not what the ledger adds up to;
 *     must be none
 */
record BookCheck(Instant checkedAt, int unbalancedGenerations, int unbalancedMonths) {

  BookCheck {
    Objects.requireNonNull(checkedAt, "checkedAt");
  }

  static BookCheck read(ResultSet row) throws SQLException {
    return new BookCheck(
        row.getTimestamp("checked_at").toInstant(),
        row.getInt("unbalanced_generations"),
        row.getInt("unbalanced_months"));
  }

  /** Whether every month adds up. */
  boolean addsUp() {
    return unbalancedMonths == 0;
  }
}
