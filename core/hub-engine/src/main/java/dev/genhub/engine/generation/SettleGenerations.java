package dev.genhub.engine.generation;

import dev.genhub.engine.content.KeepInline;
import dev.genhub.engine.content.MadeResult;
import dev.genhub.engine.content.UnreadableResultException;
import dev.genhub.engine.key.KeyHealth;
import dev.genhub.engine.money.Booking;
import dev.genhub.engine.money.Ledger;
import dev.genhub.engine.store.StorableText;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Settles generations: status, results, money and ledger in one transaction, once. A generation
 * that is settled already is left as it is.
 */
public final class SettleGenerations {

  private static final int MOST_TASK_ID = 255;

  /** A task id that another generation has is not kept: the result counts more than its name. */
  private static final String CLOSE =
      """
      with open as (
        select id, case when phase in ('queued', 'claimed') then cast(:chargedUnsent as boolean)
                        else cast(:chargedSent as boolean) end as charged
        from public.generation_tasks where id = :id and phase = any (:from) for update)
      update public.generation_tasks t
      set phase = 'settled', status = :status,
          task_id = coalesce(t.task_id, (
            select named.task_id from (select cast(:taskId as text) as task_id) as named
            where not exists (select from public.generation_tasks other
                              where other.provider = t.provider
                                and other.task_id = named.task_id))),
          progress = case when :status = 'completed' then 100 else least(t.progress, 99) end,
          result_url = :resultUrl, error_code = :errorCode, error_message = :errorMessage,
          error_retryable = :errorRetryable, error_charged = :errorCharged,
          charged_credits = case when open.charged
            then coalesce(cast(:credits as numeric), t.quote_credits) end,
          charged_usd = case
            when not open.charged then null
            when cast(:credits as numeric) is null or t.quote_credits = 0 then t.quote_usd
            -- the provider's figure at the rate of the quote
            else round(t.quote_usd * cast(:credits as numeric) / t.quote_credits, 6) end,
          completed_at = :now, next_attempt_at = null, lease_owner = null, lease_until = null,
          revision = t.revision + 1
      from open where t.id = open.id
      returning """
          + " "
          + ClosedGeneration.COLUMNS;

  private final WorkerSession session;
  private final KeepInline inline;
  private final Clock clock;

  /**
   * Settles in the workers' role.
   *
   * @param inline keeps results that came inside a reply
   */
  public SettleGenerations(WorkerSession session, KeepInline inline, Clock clock) {
    this.session = session;
    this.inline = inline;
    this.clock = clock;
  }

  /** A settlement with its results at hand. */
  private record Prepared(Settlement settlement, List<MadeResult> results) {}

  /**
   * Settles several generations in one transaction.
   *
   * @return for each, in order, whether this call settled it
   */
  public List<Boolean> settle(List<Settlement> settlements) {
    List<Prepared> prepared = new ArrayList<>();
    Boolean[] settled = new Boolean[settlements.size()];
    try {
      settlements.forEach(settlement -> prepared.add(prepare(settlement)));
      session.run(jdbc -> settle(jdbc, prepared, settled));
    } catch (RuntimeException failed) {
      prepared.forEach(one -> inline.discard(one.results()));
      throw failed;
    }
    for (int i = 0; i < settled.length; i++) {
      if (!settled[i]) {
        inline.discard(prepared.get(i).results());
      }
    }
    return List.of(settled);
  }

  /** Files are written before the transaction, which holds locks. */
  private Prepared prepare(Settlement settlement) {
    if (!(settlement instanceof Settlement.Completed completed)) {
      return new Prepared(settlement, List.of());
    }
    try {
      return new Prepared(completed, inline.keep(completed.artifacts()));
    } catch (UnreadableResultException unreadable) {
      // the provider has done its work, and will say the same again
      Failure failure =
          new Failure(
              FailureKind.UNREADABLE_REPLY, "", unreadable.getMessage(), Optional.empty(), true);
      return new Prepared(new Settlement.Failed(completed.id(), failure), List.of());
    }
  }

  private Void settle(JdbcClient jdbc, List<Prepared> prepared, Boolean[] settled) {
    Instant now = clock.instant();
    List<Booking> bookings = new ArrayList<>();
    for (int i : inOrderOfRows(prepared)) {
      Prepared one = prepared.get(i);
      Closing closing = Closing.of(one.settlement());
      Optional<ClosedGeneration> closed = close(jdbc, one, closing, now);
      settled[i] = closed.isPresent();
      closed.ifPresent(row -> ResultRows.write(jdbc, row, one.results(), now));
      closed
          .flatMap(row -> closing.failure())
          .ifPresent(it -> KeyHealth.generationFailed(jdbc, one.settlement().id(), it.kind(), now));
      closed.filter(row -> closing.settlesMoney()).ifPresent(row -> bookings.add(row.booking()));
    }
    Ledger.book(jdbc, bookings, now);
    return null;
  }

  /** Always in the same order, so that two transactions never wait in a circle. */
  private static List<Integer> inOrderOfRows(List<Prepared> prepared) {
    return IntStream.range(0, prepared.size())
        .boxed()
        .sorted(Comparator.comparing(i -> prepared.get(i).settlement().id()))
        .toList();
  }

  private static Optional<ClosedGeneration> close(
      JdbcClient jdbc, Prepared one, Closing closing, Instant now) {
    Optional<Failure> failure = closing.failure();
    Map<String, Object> values = new HashMap<>();
    values.put("id", one.settlement().id());
    values.put("from", closing.phases());
    values.put("status", closing.status());
    values.put("chargedUnsent", closing.chargedUnsent());
    values.put("chargedSent", closing.chargedSent());
    values.put("credits", closing.creditsCharged().orElse(null));
    values.put(
        "taskId",
        closing.taskId().flatMap(id -> StorableText.within(MOST_TASK_ID, id)).orElse(null));
    values.put("resultUrl", one.results().isEmpty() ? null : one.results().get(0).url());
    values.put("errorCode", failure.map(it -> it.kind().code()).orElse(null));
    values.put("errorMessage", failure.map(it -> StorableText.of(it.message())).orElse(null));
    values.put("errorRetryable", failure.map(it -> it.kind().retryable()).orElse(null));
    values.put("errorCharged", failure.map(Failure::charged).orElse(null));
    values.put("now", Timestamp.from(now));
    return jdbc.sql(CLOSE).params(values).query(ClosedGeneration::read).optional();
  }
}
