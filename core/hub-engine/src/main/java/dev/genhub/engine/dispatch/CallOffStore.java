package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ClaimedRow;
import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Cancelled generations whose tasks are to be called off at their providers. The generation itself
 * is settled and stays as it is.
 */
public final class CallOffStore {

  private static final int MOST_AT_ONCE = 50;
  private static final int MOST_ATTEMPTS = 5;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** What cannot be called off, or was asked for often enough, is forgotten on the way. */
  private static final String CLAIM =
      """
      with due as (
        select id from public.generation_tasks
        where call_off_at <= :now order by call_off_at limit :most
        for update skip locked),
      taken as (
        update public.generation_tasks t
        set call_off_attempts = t.call_off_attempts + 1,
            call_off_at = case
              when t.plugin = any (:plugins) and t.task_id is not null
                and t.call_off_attempts < :mostAttempts
              then cast(:again as timestamptz) end
        from due where t.id = due.id
        returning t.*)
      select
      """
          + ClaimedRow.COLUMNS
          + " from taken t where t.call_off_at is not null";

  private final WorkerSession session;
  private final Clock clock;

  /** Works in the workers' role. */
  public CallOffStore(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /**
   * Takes those that are due; they come due again unless they are done by then.
   *
   * @param plugins whose providers can call tasks off
   */
  public List<ClaimedGeneration> claim(List<String> plugins) {
    Instant now = clock.instant();
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM)
                .param("plugins", plugins.toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("again", Timestamp.from(now.plus(PAUSE)))
                .param("most", MOST_AT_ONCE)
                .param("mostAttempts", MOST_ATTEMPTS)
                .query((row, n) -> ClaimedRow.read(row))
                .list());
  }

  /** The provider has said its last word. */
  public void done(UUID id) {
    session.run(
        jdbc ->
            jdbc.sql("update public.generation_tasks set call_off_at = null where id = :id")
                .param("id", id)
                .update());
  }
}
