package dev.genhub.engine.polling;

import dev.genhub.engine.callback.CallbackStore;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ClaimedRow;
import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The state changes of following. Each method is one transaction. */
public final class FollowStore {

  /**
   * Moving the due time on is the lease: when this node dies, the look comes due again. Until then
   * nothing makes it come due sooner, so that a task is looked at by one at a time.
   */
  private static final String CLAIM =
      """
      with due as (
        select picked.id
        from unnest(:plugins::text[], :rooms::integer[]) as lane (plugin, room),
        lateral (
          select id from public.generation_tasks
          where plugin = lane.plugin and phase = 'following' and next_attempt_at <= :now
          order by next_attempt_at limit lane.room
          for update skip locked) as picked)
      update public.generation_tasks t
      set next_attempt_at = :leaseUntil, lease_until = :leaseUntil, looked_at = :now,
          woken = false
      from due where t.id = due.id
      returning """
          + " "
          + ClaimedRow.COLUMNS;

  /** A callback that came during the look asks for another one right after it. */
  private static final String LOOKED =
      """
      with looks as (
        select t.id, look.next_at, look.progress, look.answer, look.progress > t.progress as raised
        from public.generation_tasks t
        join unnest(:ids::uuid[], :nextAts::timestamptz[], :progress::integer[], :answers::text[])
               as look (id, next_at, progress, answer) on look.id = t.id
        where t.phase = 'following'
        order by t.id for update of t),
      looked as (
        update public.generation_tasks t
        set next_attempt_at = case
              when t.woken then greatest(cast(:now as timestamptz),
                            t.looked_at + make_interval(secs => :gapSeconds))
              else greatest(look.next_at,
                            t.looked_at + make_interval(secs => :gapSeconds)) end,
            lease_until = null,
            polls = t.polls + 1,
            unreadable = case when look.answer = 'UNREADABLE' then t.unreadable + 1 else 0 end,
            answered_at = case
              when look.answer = 'STATUS' then cast(:now as timestamptz) else t.answered_at end,
            revision = t.revision + case when look.raised then 1 else 0 end,
            progress = greatest(t.progress, look.progress)
        from looks look where t.id = look.id
        returning t.id, t.user_id, look.raised)
      insert into genhub.outbox (user_id, type, generation_id, created_at)
      select user_id, 'generation.progress', id, :now from looked where raised order by id
      """;

  private final WorkerSession session;
  private final Duration lease;
  private final Clock clock;

  /** Works in the workers' role. */
  public FollowStore(WorkerSession session, Duration lease, Clock clock) {
    this.session = session;
    this.lease = lease;
    this.clock = clock;
  }

  /**
   * Takes tasks whose look is due.
   *
   * @param rooms for each plugin, how many this node can take
   */
  public List<ClaimedGeneration> claim(Map<String, Integer> rooms) {
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM)
                .param("plugins", rooms.keySet().toArray(String[]::new))
                .param("rooms", rooms.values().toArray(Integer[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("leaseUntil", Timestamp.from(clock.instant().plus(lease)))
                .query((row, n) -> ClaimedRow.read(row))
                .list());
  }

  /** What a look that settled nothing yielded. */
  public enum Answer {
    /** The state of the task. */
    STATUS,
    /** Nothing this time; the provider could not be asked. */
    NOTHING,
    /** Words that make no sense. */
    UNREADABLE
  }

  /**
   * A look that settled nothing.
   *
   * @param progress 0..99; a lower figure than the known one changes nothing
   */
  public record Look(UUID id, Instant nextAt, int progress, Answer answer) {}

  /** Records several looks, and tells of those that raised the progress. */
  public List<Void> record(List<Look> looks) {
    session.run(
        jdbc ->
            jdbc.sql(LOOKED)
                .param("ids", looks.stream().map(Look::id).toArray(UUID[]::new))
                .param(
                    "nextAts",
                    looks.stream().map(look -> look.nextAt().toString()).toArray(String[]::new))
                .param("progress", looks.stream().map(Look::progress).toArray(Integer[]::new))
                .param(
                    "answers",
                    looks.stream().map(look -> look.answer().name()).toArray(String[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("gapSeconds", CallbackStore.LEAST_GAP.toMillis() / 1000.0)
                .update());
    return Collections.nCopies(looks.size(), null);
  }
}
