package dev.genhub.engine.reconciliation;

import dev.genhub.engine.http.Paging;
import dev.genhub.engine.store.WorkerSession;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what reconciliation found, across all users. */
public final class BalanceReads {

  /**
   * A reading as the API shows it; what belongs to the comparison is null for the first one of a
   * key.
   *
   * @param chargedCredits what the ledger charged since the reading before
   * @param inFlightCredits quotes of what was sent and not settled
   * @param driftCredits negative when more is gone than was charged
   * @param drifts whether the drift is more than the tolerance
   */
  record Reading(
      UUID id,
      UUID keyId,
      UUID userId,
      String provider,
      Instant readAt,
      BigDecimal credits,
      BigDecimal previousCredits,
      BigDecimal chargedCredits,
      BigDecimal inFlightCredits,
      BigDecimal driftCredits,
      boolean drifts) {}

  private static final String READINGS =
      """
      select * from genhub.balance_readings
      where (drifts or not :driftsOnly) and (cast(:before as uuid) is null or id < :before)
      order by id desc limit :limit
      """;

  private static final String DRIFTING =
      """
      select count(*) from (
        select distinct on (key_id) drifts from genhub.balance_readings
        order by key_id, read_at desc) latest
      where drifts
      """;

  private final WorkerSession session;

  /** Reads in the workers' role. */
  public BalanceReads(WorkerSession session) {
    this.session = session;
  }

  /** Readings, the newest first. */
  List<Reading> list(Paging paging, boolean driftsOnly) {
    return session.run(
        jdbc ->
            jdbc.sql(READINGS)
                .param("driftsOnly", driftsOnly)
                .param("before", paging.before().orElse(null), Types.OTHER)
                .param("limit", paging.fetch())
                .query((row, n) -> reading(row))
                .list());
  }

  /** How many keys drift by their latest reading: a value for a metric. */
  public int drifting() {
    return session.run(jdbc -> jdbc.sql(DRIFTING).query(Integer.class).single());
  }

  /** The latest look at the hub's own books; empty before the first night. */
  Optional<BookCheck> books() {
    return session.run(
        jdbc ->
            jdbc.sql("select * from genhub.book_checks order by checked_at desc limit 1")
                .query((row, n) -> BookCheck.read(row))
                .optional());
  }

  private static Reading reading(ResultSet row) throws SQLException {
    return new Reading(
        row.getObject("id", UUID.class),
        row.getObject("key_id", UUID.class),
        row.getObject("user_id", UUID.class),
        row.getString("provider"),
        row.getTimestamp("read_at").toInstant(),
        amount(row, "credits"),
        amount(row, "previous_credits"),
        amount(row, "charged_credits"),
        amount(row, "in_flight_credits"),
        amount(row, "drift_credits"),
        row.getBoolean("drifts"));
  }

  private static BigDecimal amount(ResultSet row, String column) throws SQLException {
    BigDecimal stored = row.getBigDecimal(column);
    return stored == null ? null : stored.stripTrailingZeros();
  }
}
