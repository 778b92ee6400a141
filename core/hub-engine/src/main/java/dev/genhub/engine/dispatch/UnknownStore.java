package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ClaimedRow;
import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The state changes of generations whose submit is lost. While a generation is unknown, {@code
 * lease_until} is the end of patience.
 */
public final class UnknownStore {

  /**
   * A generation whose submit is lost.
   *
   * @param giveUpAt the end of patience
   * @param heldUntil how long nobody else takes it
   */
  public record Lost(ClaimedGeneration generation, Instant giveUpAt, Instant heldUntil) {}

  private static final int MOST_AT_ONCE = 200;

  /** A plugin that is not there can neither read a callback nor look anything up. */
  private static final String CLAIM =
      """
      with due as (
        select id from public.generation_tasks
        where phase = 'unknown' and next_attempt_at <= :now
          and (plugin = any (:plugins) or lease_until <= :now)
        order by next_attempt_at limit :most
        for update skip locked)
      update public.generation_tasks t set next_attempt_at = :again
      from due where t.id = due.id
      returning t.lease_until, t.next_attempt_at,
      """
          + " "
          + ClaimedRow.COLUMNS;

  /** A callback that has come meanwhile has moved the time, and is not to be waited over. */
  private static final String WAIT =
      """
      update public.generation_tasks
      set next_attempt_at = least(lease_until, cast(:until as timestamptz)), polls = polls + 1
      where id = :id and phase = 'unknown' and next_attempt_at = :heldUntil
      """;

  private final WorkerSession session;
  private final Duration lease;
  private final Clock clock;

  /** Works in the workers' role. */
  public UnknownStore(WorkerSession session, Duration lease, Clock clock) {
    this.session = session;
    this.lease = lease;
    this.clock = clock;
  }

  /** Takes those that have had a callback, may be looked up, or whose time is up. */
  public List<Lost> claim(List<String> plugins) {
    Instant now = clock.instant();
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM)
                .param("plugins", plugins.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(now.plus(lease)))
                .param("most", MOST_AT_ONCE)
                .query(
                    (row, n) ->
                        new Lost(
                            ClaimedRow.read(row),
                            row.getTimestamp("lease_until").toInstant(),
                            row.getTimestamp("next_attempt_at").toInstant()))
                .list());
  }

  /**
   * Nothing found yet: waits on, unless a callback has come.
   *
   * @param until when to look next, at the latest at the end of patience
   */
  public void waitOn(Lost lost, Instant until) {
    session.run(
        jdbc ->
            jdbc.sql(WAIT)
                .param("id", lost.generation().id())
                .param("heldUntil", Timestamp.from(lost.heldUntil()))
                .param("until", Timestamp.from(until))
                .update());
  }
}
