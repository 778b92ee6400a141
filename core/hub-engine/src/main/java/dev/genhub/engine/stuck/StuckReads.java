package dev.genhub.engine.stuck;

import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.http.Paging;
import dev.genhub.engine.store.WorkerSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds generations that do not go on by themselves, of all users. */
public final class StuckReads {

  /** The reclaiming of leases runs every second on every node. */
  private static final Duration LAPSED = Duration.ofSeconds(30);

  private static final Duration SILENT = Duration.ofMinutes(10);
  private static final Duration WAITING = Duration.ofMinutes(15);

  /**
   * One reason each, the gravest first. A reservation that nobody has ended tells of lost money.
   */
  private static final String STUCK =
      """
      select t.*,
        case
          when t.phase in ('unknown', 'settled') then 'OUTCOME_UNKNOWN'
          when t.plugin <> all (:plugins) then 'NO_PLUGIN'
          when t.phase = 'submitting' then 'LEASE_LAPSED'
          when t.phase = 'following' then 'NO_ANSWER'
          else 'WAITING_LONG' end as reason,
        case
          when t.phase = 'settled' then t.completed_at
          when t.phase = 'submitting' then t.lease_until
          when t.phase = 'following' then coalesce(t.answered_at, t.started_at)
          when t.phase = 'queued' then t.next_attempt_at
          else t.created_at end as since
      from public.generation_tasks t
      where (t.phase = 'unknown'
          or t.phase = 'submitting' and t.lease_until < :lapsed
          or t.phase = 'following' and coalesce(t.answered_at, t.started_at) < :silent
          or t.phase = 'queued' and t.next_attempt_at < :waiting
          or t.phase in ('queued', 'following') and t.plugin <> all (:plugins)
          or t.phase = 'settled' and t.error_code = 'submission_outcome_unknown'
            and not exists (select from genhub.ledger_entries e
                            where e.generation_id = t.id and e.kind in ('charge', 'release')))
      """;

  private final WorkerSession session;
  private final Catalogues catalogues;
  private final Clock clock;

  /** Reads in the workers' role, past the users' policies. */
  public StuckReads(WorkerSession session, Catalogues catalogues, Clock clock) {
    this.session = session;
    this.catalogues = catalogues;
    this.clock = clock;
  }

  /** A page of them, the newest generation first. */
  List<StuckGeneration> list(Paging paging) {
    return session.run(
        jdbc ->
            stuck(
                    jdbc,
                    STUCK
                        + """
                        and (cast(:before as uuid) is null or t.id < cast(:before as uuid))
                        order by t.id desc limit :limit
                        """)
                .param("before", paging.before().orElse(null), Types.OTHER)
                .param("limit", paging.fetch())
                .query(StuckReads::read)
                .list());
  }

  /** How many there are for each reason. */
  public Map<StuckReason, Long> count() {
    Map<StuckReason, Long> counts = new EnumMap<>(StuckReason.class);
    for (StuckReason reason : StuckReason.values()) {
      counts.put(reason, 0L);
    }
    RowCallbackHandler count =
        row -> counts.put(StuckReason.valueOf(row.getString("reason")), row.getLong("n"));
    session.run(
        jdbc -> {
          stuck(jdbc, "select reason, count(*) as n from (" + STUCK + ") as stuck group by reason")
              .query(count);
          return null;
        });
    return counts;
  }

  private JdbcClient.StatementSpec stuck(JdbcClient jdbc, String sql) {
    Instant now = clock.instant();
    return jdbc.sql(sql)
        .param("plugins", catalogues.current().loadedPlugins().toArray(String[]::new))
        .param("lapsed", Timestamp.from(now.minus(LAPSED)))
        .param("silent", Timestamp.from(now.minus(SILENT)))
        .param("waiting", Timestamp.from(now.minus(WAITING)));
  }

  private static StuckGeneration read(ResultSet row, int n) throws SQLException {
    return new StuckGeneration(
        row.getObject("id", UUID.class),
        row.getObject("user_id", UUID.class),
        StuckReason.valueOf(row.getString("reason")).word(),
        row.getTimestamp("since").toInstant(),
        row.getString("status"),
        row.getString("phase"),
        row.getString("provider"),
        row.getString("plugin"),
        row.getString("model"),
        row.getString("task_id"),
        row.getObject("key_id", UUID.class),
        row.getInt("attempts"),
        row.getBigDecimal("quote_usd").stripTrailingZeros(),
        row.getTimestamp("created_at").toInstant());
  }
}
