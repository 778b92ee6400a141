package dev.genhub.engine.money;

import dev.genhub.engine.store.UserSession;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Reads what a user used, from the running totals that follow the ledger. */
public final class UsageReads {

  /**
   * A line of a usage report.
   *
   * @param key the day, model, provider or content type
   * @param generations accepted, also those that are not settled yet or were cancelled
   * @param credits charged
   * @param usd charged
   */
  record Line(
      String key,
      long generations,
      long completed,
      long failed,
      BigDecimal credits,
      BigDecimal usd) {}

  private final UserSession session;

  /** Reads in the name of users. */
  public UsageReads(UserSession session) {
    this.session = session;
  }

  /** The lines in the order of their keys; a key without any generation has none. */
  List<Line> read(UUID user, UsageQuery query) {
    String sql =
        """
        select %s as key, sum(generations) as generations, sum(completed) as completed,
               sum(failed) as failed, sum(credits) as credits, sum(usd) as usd
        from genhub.usage_by_day
        where user_id = :user and day between :from and :to
        group by 1 order by 1
        """
            .formatted(query.groupBy().sql());
    return session.as(
        user,
        jdbc ->
            jdbc.sql(sql)
                .param("user", user)
                .param("from", query.from())
                .param("to", query.to())
                .query((row, n) -> line(row))
                .list());
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        row.getString("key"),
        row.getLong("generations"),
        row.getLong("completed"),
        row.getLong("failed"),
        amount(row.getBigDecimal("credits")),
        amount(row.getBigDecimal("usd")));
  }

  /** The sum of all lines. */
  static Line total(List<Line> lines) {
    return lines.stream()
        .reduce(
            new Line(null, 0, 0, 0, BigDecimal.ZERO, BigDecimal.ZERO),
            (a, b) ->
                new Line(
                    null,
                    a.generations() + b.generations(),
                    a.completed() + b.completed(),
                    a.failed() + b.failed(),
                    a.credits().add(b.credits()),
                    a.usd().add(b.usd())));
  }

  private static BigDecimal amount(BigDecimal stored) {
    return stored.signum() == 0 ? BigDecimal.ZERO : stored.stripTrailingZeros();
  }
}
