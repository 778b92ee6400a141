package dev.genhub.engine.stuck;

import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.dispatch.DispatchStore;
import dev.genhub.engine.generation.SettleGenerations;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ends what nobody knew, in one transaction with its entry in the audit log. */
public final class ResolutionStore {

  /** Locked, so that neither a worker nor another admin moves it meanwhile. */
  private static final String OPEN =
      """
      select t.phase, t.provider, t.lease_until, t.quote_credits, t.quote_usd,
             t.phase = 'settled' and t.error_code = 'submission_outcome_unknown'
               and not exists (select from genhub.ledger_entries e
                               where e.generation_id = t.id and e.kind in ('charge', 'release'))
               as reservation_kept
      from public.generation_tasks t where t.id = :id and t.phase is not null
      for update of t
      """;

  private static final String NAMED =
      "select count(*) from public.generation_tasks where provider = :provider and task_id = :task";

  private static final String CORRECT =
      """
      select genhub.correct_charge(
        :id, cast(:credits as numeric), cast(:usd as numeric), :reason, :now)
      """;

  private record Open(
      String phase,
      String provider,
      Optional<Instant> leaseUntil,
      BigDecimal quoteCredits,
      BigDecimal quoteUsd,
      boolean reservationKept) {}

  private final WorkerSession session;
  private final DispatchStore dispatch;
  private final SettleGenerations settle;
  private final AuditLog audit;
  private final Clock clock;

  /**
   * Acts in the workers' role.
   *
   * @param dispatch works in transactions of the same session, as do the settlements
   */
  public ResolutionStore(
      WorkerSession session,
      DispatchStore dispatch,
      SettleGenerations settle,
      AuditLog audit,
      Clock clock) {
    this.session = session;
    this.dispatch = dispatch;
    this.settle = settle;
    this.audit = audit;
    this.clock = clock;
  }

  ResolvedGeneration resolve(UUID id, Resolution resolution, Actor actor) {
    return session.run(
        jdbc -> {
          Open open = open(jdbc, id);
          if (open.reservationKept()) {
            moveMoney(jdbc, id, open, resolution);
          } else {
            requireUnknown(open);
            end(jdbc, id, open, resolution);
          }
          audit.record(
              jdbc,
              AuditEntry.of(actor, AuditAction.GENERATION_RESOLVED, id)
                  .with("outcome", resolution.word())
                  .with("taskId", resolution.taskId().orElse("")));
          return resolved(jdbc, id, resolution);
        });
  }

  private static Open open(JdbcClient jdbc, UUID id) {
    return jdbc.sql(OPEN)
        .param("id", id)
        .query(
            (row, n) ->
                new Open(
                    row.getString("phase"),
                    row.getString("provider"),
                    Optional.ofNullable(row.getTimestamp("lease_until")).map(Timestamp::toInstant),
                    row.getBigDecimal("quote_credits"),
                    row.getBigDecimal("quote_usd"),
                    row.getBoolean("reservation_kept")))
        .optional()
        .orElseThrow(() -> ApiProblem.notFound("generation", id));
  }

  /** A submit that is under way will tell by itself. */
  private void requireUnknown(Open open) {
    boolean lapsed =
        open.phase().equals("submitting")
            && open.leaseUntil().map(end -> end.isBefore(clock.instant())).orElse(true);
    if (!open.phase().equals("unknown") && !lapsed) {
      throw ApiProblem.of(
          ErrorCode.CONFLICT,
          "the outcome of its submit is no open question; it is '" + open.phase() + "'");
    }
  }

  /** The status of what is settled stays; only the money moves. */
  private void moveMoney(JdbcClient jdbc, UUID id, Open open, Resolution resolution) {
    boolean charged = resolution.accepted();
    jdbc.sql(CORRECT)
        .param("id", id)
        .param("credits", charged ? open.quoteCredits() : BigDecimal.ZERO)
        .param("usd", charged ? open.quoteUsd() : BigDecimal.ZERO)
        .param("reason", "an admin found out: " + resolution.word())
        .param("now", Timestamp.from(clock.instant()))
        .query(Boolean.class)
        .single();
  }

  private void end(JdbcClient jdbc, UUID id, Open open, Resolution resolution) {
    if (resolution.taskId().isPresent()) {
      String taskId = resolution.taskId().get();
      requireFree(jdbc, open.provider(), taskId);
      dispatch.follow(id, taskId, Duration.ZERO);
    } else {
      settle.settle(List.of(new Settlement.Failed(id, failure(resolution))));
    }
  }

  private static void requireFree(JdbcClient jdbc, String provider, String taskId) {
    long named =
        jdbc.sql(NAMED)
            .param("provider", provider)
            .param("task", taskId)
            .query(Long.class)
            .single();
    if (named > 0) {
      throw ApiProblem.of(
          ErrorCode.CONFLICT, "the task '" + taskId + "' belongs to another generation");
    }
  }

  private static Failure failure(Resolution resolution) {
    return resolution.accepted()
        ? new Failure(
            FailureKind.SUBMISSION_OUTCOME_UNKNOWN,
            "",
            "the provider took the task, but its name and its result are lost",
            Optional.empty(),
            true)
        : Failure.uncharged(
            FailureKind.PROVIDER_UNAVAILABLE, "", "the submit never arrived at the provider");
  }

  private static ResolvedGeneration resolved(JdbcClient jdbc, UUID id, Resolution resolution) {
    return jdbc.sql(
            """
            select status, task_id, phase, coalesce(charged_usd, 0) as charged_usd
            from public.generation_tasks where id = :id
            """)
        .param("id", id)
        .query(
            (row, n) ->
                new ResolvedGeneration(
                    id,
                    resolution.word(),
                    row.getString("status"),
                    row.getString("task_id"),
                    row.getString("phase").equals("settled")
                        ? row.getBigDecimal("charged_usd").stripTrailingZeros()
                        : null))
        .single();
  }
}
