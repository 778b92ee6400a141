package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ClaimedRow;
import dev.genhub.engine.store.WorkerSession;
import dev.genhub.spi.LookupOutcome;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The state changes of generations whose submit is lost. While a generation is unknown, {@code
 * lease_until} is the end of patience.
 */
public final class UnknownStore {

  /**
   * A generation whose submit is lost.
   *
   * @param giveUpAt until when its callback is waited for
   * @param found what a search at the provider found; empty when there was none
   */
  public record Lost(
      ClaimedGeneration generation, Instant giveUpAt, Optional<LookupOutcome> found) {

    Lost with(LookupOutcome outcome) {
      return new Lost(generation, giveUpAt, Optional.of(outcome));
    }
  }

  private static final int MOST_AT_ONCE = 200;

  /** Searches come at 5 seconds, 10, 20 and so on, five minutes apart at most. */
  private static final String CLAIM =
      """
      with due as (
        select id from public.generation_tasks
        where phase = 'unknown'
          and (next_attempt_at <= :now and (plugin = any (:plugins) or lease_until <= :now)
            or plugin = any (:searchable)
              and (looked_at is null
                or looked_at + least(interval '5 minutes',
                                     interval '5 seconds' * (2 ^ least(polls, 10))) <= :now))
        order by next_attempt_at limit :most
        for update skip locked)
      update public.generation_tasks t
      set next_attempt_at = :again, looked_at = :now, polls = t.polls + 1
      from due where t.id = due.id
      returning t.lease_until,
      """
          + " "
          + ClaimedRow.COLUMNS;

  private static final String WAIT =
      """
      update public.generation_tasks set next_attempt_at = lease_until
      where id = :id and phase = 'unknown'
        and (select count(*) from genhub.callbacks c where c.generation_id = :id) = :read
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

  /**
   * Takes those that have had a callback, may be searched for, or whose time is up.
   *
   * @param plugins the working ones; of others only what is at the end of patience
   * @param searchable those of them whose providers can be searched for a lost submit's task
   */
  public List<Lost> claim(List<String> plugins, List<String> searchable) {
    Instant now = clock.instant();
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM)
                .param("plugins", plugins.toArray(String[]::new))
                .param("searchable", searchable.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(now.plus(lease)))
                .param("most", MOST_AT_ONCE)
                .query(
                    (row, n) ->
                        new Lost(
                            ClaimedRow.read(row),
                            row.getTimestamp("lease_until").toInstant(),
                            Optional.empty()))
                .list());
  }

  /** Takes those that have had a callback, or whose time is up. */
  public List<Lost> claim(List<String> plugins) {
    return claim(plugins, List.of());
  }

  /**
   * Nothing to adopt yet: waits on, unless another callback has come.
   *
   * @param read how many callbacks were read; clocks of nodes differ, numbers do not
   */
  public void waitOn(UUID id, int read) {
    session.run(jdbc -> jdbc.sql(WAIT).param("id", id).param("read", read).update());
  }
}
