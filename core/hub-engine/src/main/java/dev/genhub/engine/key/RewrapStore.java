package dev.genhub.engine.key;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.store.UserSession;
import dev.genhub.engine.store.WorkerSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rewraps that were asked for. One is under way at a time; the node that holds its lease does a
 * batch, and whoever takes the lease next goes on behind the last row.
 */
public final class RewrapStore {

  /** A batch that takes longer is done again by another node, which does no harm. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final String TAKE =
      """
      update genhub.key_rewraps set lease_until = :leaseUntil
      where id in (
        select id from genhub.key_rewraps
        where finished_at is null and master_key = :masterKey
          and (lease_until is null or lease_until <= :now)
        for update skip locked)
      returning id, stage, after_id, failed, lease_until, requested_by, request_id
      """;

  private static final String MOVE_ON =
      """
      update genhub.key_rewraps
      set stage = :stage, after_id = :after, failed = :failed, lease_until = null,
          finished_at = case when :finished then cast(:now as timestamptz) end
      where id = :id and lease_until = :lease
      """;

  /** A rewrap in the hands of this node. */
  record Taken(
      UUID id,
      int stage,
      Optional<String> after,
      int failed,
      Timestamp lease,
      UUID requestedBy,
      String requestId) {}

  private final UserSession users;
  private final WorkerSession workers;
  private final AuditLog audit;
  private final Clock clock;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Asks in the name of admins, works in the workers' role. */
  public RewrapStore(UserSession users, WorkerSession workers, AuditLog audit, Clock clock) {
    this.users = users;
    this.workers = workers;
    this.audit = audit;
    this.clock = clock;
  }

  /** Asks for a rewrap to a master key; does nothing while one is under way. */
  void request(Actor admin, String masterKey) {
    users.asAdmin(
        admin.userId(),
        jdbc -> {
          int made =
              jdbc.sql(
                      """
                      insert into genhub.key_rewraps (
                        id, master_key, requested_by, request_id, requested_at)
                      values (:id, :masterKey, :admin, :requestId, :now) on conflict do nothing
                      """)
                  .param("id", ids.generate())
                  .param("masterKey", masterKey)
                  .param("admin", admin.userId())
                  .param("requestId", admin.requestId())
                  .param("now", Timestamp.from(clock.instant()))
                  .update();
          if (made == 1) {
            audit.record(
                jdbc, AuditEntry.of(admin, AuditAction.MASTER_KEY_REWRAP_REQUESTED, masterKey));
          }
          return made;
        });
  }

  /** Takes the rewrap to this node's master key, when there is one and no other node is at it. */
  Optional<Taken> take(String masterKey) {
    // as the database keeps it, so that the lease is known again
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return workers.run(
        jdbc ->
            jdbc.sql(TAKE)
                .param("masterKey", masterKey)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(now.plus(LEASE)))
                .query(RewrapStore::taken)
                .optional());
  }

  private static Taken taken(ResultSet row, int n) throws SQLException {
    return new Taken(
        row.getObject("id", UUID.class),
        row.getInt("stage"),
        Optional.ofNullable(row.getString("after_id")),
        row.getInt("failed"),
        row.getTimestamp("lease_until"),
        row.getObject("requested_by", UUID.class),
        row.getString("request_id"));
  }

  List<SealedColumn.Row> next(
      SealedColumn column, String prefix, Optional<String> after, int most) {
    return workers.run(jdbc -> column.next(jdbc, prefix, after, most));
  }

  /** One row is one transaction, so that no call ever waits for a batch. */
  void replace(SealedColumn column, SealedColumn.Row row, String sealed) {
    workers.run(
        jdbc -> {
          column.replace(jdbc, row, sealed);
          return null;
        });
  }

  /** Notes how far it got, and lets go. */
  void moveOn(Taken rewrap, int stage, Optional<String> after, int failed) {
    workers.run(jdbc -> moveOn(jdbc, rewrap, stage, after, failed, false));
  }

  /** All columns are gone through. */
  void finish(Taken rewrap, String masterKey, int failed) {
    workers.run(
        jdbc -> {
          boolean mine = moveOn(jdbc, rewrap, rewrap.stage(), Optional.empty(), failed, true);
          if (mine) {
            Actor admin =
                new Actor(rewrap.requestedBy(), Optional.empty(), true, rewrap.requestId());
            audit.record(
                jdbc,
                AuditEntry.of(admin, AuditAction.MASTER_KEY_REWRAPPED, masterKey)
                    .with("failed", failed));
          }
          return mine;
        });
  }

  private boolean moveOn(
      JdbcClient jdbc,
      Taken rewrap,
      int stage,
      Optional<String> after,
      int failed,
      boolean finished) {
    return jdbc.sql(MOVE_ON)
            .param("id", rewrap.id())
            .param("lease", rewrap.lease())
            .param("stage", stage)
            .param("after", after.orElse(null), Types.VARCHAR)
            .param("failed", failed)
            .param("finished", finished)
            .param("now", Timestamp.from(clock.instant()))
            .update()
        == 1;
  }

  /** Counts what the prefix of the current master key stands before. */
  RewrapProgress progress(List<SealedColumn> columns, String prefix) {
    return workers.run(
        jdbc -> {
          List<SealedColumn.Count> counts =
              columns.stream().map(column -> column.count(jdbc, prefix)).toList();
          return jdbc.sql(
                  """
                  select finished_at is null as running, failed from genhub.key_rewraps
                  order by id desc limit 1
                  """)
              .query((row, n) -> progress(counts, row.getBoolean("running"), row.getInt("failed")))
              .optional()
              .orElseGet(() -> progress(counts, false, 0));
        });
  }

  private static RewrapProgress progress(
      List<SealedColumn.Count> counts, boolean running, int failed) {
    return new RewrapProgress(
        counts.stream().mapToInt(SealedColumn.Count::total).sum(),
        counts.stream().mapToInt(SealedColumn.Count::done).sum(),
        running,
        failed);
  }
}
