package dev.genhub.engine.polling;

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

  /** Moving the due time on is the lease: when this node dies, the look comes due again. */
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
      update public.generation_tasks t set next_attempt_at = :leaseUntil
      from due where t.id = due.id
      returning """
          + " "
          + ClaimedRow.COLUMNS;

  private static final String LOOKED =
      """
      update public.generation_tasks t
      set next_attempt_at = case
            -- no longer in the lease's future: a callback has come while the look was under way
            when t.next_attempt_at <= :now then t.next_attempt_at else look.next_at end,
          polls = t.polls + 1,
          unreadable = case when look.readable then 0 else t.unreadable + 1 end,
          revision = t.revision + case when look.progress > t.progress then 1 else 0 end,
          progress = greatest(t.progress, look.progress)
      from unnest(:ids::uuid[], :nextAts::timestamptz[], :progress::integer[],
                  :readable::boolean[]) as look (id, next_at, progress, readable)
      where t.id = look.id and t.phase = 'following'
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

  /**
   * A look that settled nothing.
   *
   * @param progress 0..99; a lower figure than the known one changes nothing
   * @param readable whether the reply made sense
   */
  public record Look(UUID id, Instant nextAt, int progress, boolean readable) {}

  /** Records several looks. */
  public List<Void> record(List<Look> looks) {
    session.run(
        jdbc ->
            jdbc.sql(LOOKED)
                .param("ids", looks.stream().map(Look::id).toArray(UUID[]::new))
                .param(
                    "nextAts",
                    looks.stream()
                        .map(look -> Timestamp.from(look.nextAt()))
                        .toArray(Timestamp[]::new))
                .param("progress", looks.stream().map(Look::progress).toArray(Integer[]::new))
                .param("now", Timestamp.from(clock.instant()))
                .param("readable", looks.stream().map(Look::readable).toArray(Boolean[]::new))
                .update());
    return Collections.nCopies(looks.size(), null);
  }
}
