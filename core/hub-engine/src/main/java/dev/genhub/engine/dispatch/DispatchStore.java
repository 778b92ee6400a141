package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.ClaimedRow;
import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The state changes of sending. Each method is one transaction. */
public final class DispatchStore {

  private static final Logger LOG = LoggerFactory.getLogger(DispatchStore.class);

  private static final String CLAIM =
      """
      with due as (
        select picked.id
        from unnest(:plugins::text[], :rooms::integer[]) as lane (plugin, room),
        lateral (
          select id from public.generation_tasks
          where plugin = lane.plugin and phase = 'queued' and next_attempt_at <= :now
          order by next_attempt_at limit lane.room
          for update skip locked) as picked)
      update public.generation_tasks t
      set phase = 'claimed', lease_owner = :node, lease_until = :leaseUntil,
          attempts = attempts + 1
      from due where t.id = due.id
      returning """
          + " "
          + ClaimedRow.COLUMNS;

  /** When a key was used last is known to the second; noting every use would only queue for it. */
  private static final Duration NOTED_WITHIN = Duration.ofSeconds(1);

  private static final String INTEND =
      """
      with intended as (
        update public.generation_tasks
        set phase = 'submitting', lease_until = :leaseUntil
        where id = any (:ids) and phase = 'claimed' and lease_owner = :node and lease_until > :now
        returning id, key_id),
      used as (
        select id from public.user_api_keys
        where id in (select key_id from intended)
          and (last_used_at is null or last_used_at <= :noted)
        for update skip locked),
      noted as (
        update public.user_api_keys k set last_used_at = :now from used where k.id = used.id)
      select id from intended
      """;

  private static final String FOLLOW =
      """
      update public.generation_tasks t
      set phase = 'following', status = 'processing', task_id = :taskId, started_at = :now,
          lease_owner = null, lease_until = null, revision = revision + 1,
          next_attempt_at = case
            when exists (select from genhub.callbacks c where c.generation_id = t.id)
            then cast(:now as timestamptz) else cast(:firstLook as timestamptz) end
      where id = :id and phase in ('submitting', 'unknown')
      """;

  private static final String REQUEUE =
      """
      update public.generation_tasks
      set phase = 'queued', next_attempt_at = :at, lease_owner = null, lease_until = null
      where id = :id and phase in ('claimed', 'submitting') and lease_owner = :node
      """;

  private static final String LOSE =
      """
      update public.generation_tasks t
      set phase = 'unknown', lease_owner = null, lease_until = :giveUpAt,
          next_attempt_at = case
            when exists (select from genhub.callbacks c where c.generation_id = t.id)
            then cast(:now as timestamptz) else cast(:giveUpAt as timestamptz) end
      where id = :id and phase = 'submitting'
      """;

  private final WorkerSession session;
  private final DispatchPolicy policy;
  private final Clock clock;

  /** Works in the workers' role. */
  public DispatchStore(WorkerSession session, DispatchPolicy policy, Clock clock) {
    this.session = session;
    this.policy = policy;
    this.clock = clock;
  }

  /**
   * Takes queued work that is due.
   *
   * @param rooms for each plugin, how many this node can take
   */
  public List<ClaimedGeneration> claim(Map<String, Integer> rooms) {
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM)
                .param("plugins", rooms.keySet().toArray(String[]::new))
                .param("rooms", rooms.values().toArray(Integer[]::new))
                .param("node", policy.node())
                .param("now", at(clock.instant()))
                .param("leaseUntil", at(clock.instant().plus(policy.lease())))
                .query((row, n) -> ClaimedRow.read(row))
                .list());
  }

  /**
   * Commits the intent to send several generations, and that their keys are used.
   *
   * @return for each, in order, whether it may be sent; false when the lease was lost meanwhile
   */
  public List<Boolean> intend(List<UUID> ids) {
    Set<UUID> intended =
        session.run(
            jdbc ->
                new HashSet<>(
                    jdbc.sql(INTEND)
                        .param("ids", ids.toArray(UUID[]::new))
                        .param("node", policy.node())
                        .param("now", at(clock.instant()))
                        .param("noted", at(clock.instant().minus(NOTED_WITHIN)))
                        .param("leaseUntil", at(clock.instant().plus(policy.lease())))
                        .query(UUID.class)
                        .list()));
    return ids.stream().map(intended::contains).toList();
  }

  /**
   * The provider has named the task. Looks at it after a while, at once if it called back.
   *
   * @return false when the generation has moved on meanwhile, and when the name cannot be its own:
   *     it is another's already, or no column takes it
   */
  public boolean follow(UUID id, String taskId, Duration firstLook) {
    try {
      return session.run(jdbc -> follow(jdbc, id, taskId, firstLook));
    } catch (DataIntegrityViolationException unusable) {
      LOG.error("generation={} cannot take the task id '{}'", id, taskId, unusable);
      return false;
    }
  }

  private boolean follow(JdbcClient jdbc, UUID id, String taskId, Duration firstLook) {
    Instant now = clock.instant();
    return jdbc.sql(FOLLOW)
            .param("id", id)
            .param("taskId", taskId)
            .param("now", at(now))
            .param("firstLook", at(now.plus(firstLook)))
            .update()
        == 1;
  }

  /** It was surely not taken: try again later. */
  public boolean requeue(ClaimedGeneration work, Optional<Duration> asked) {
    Duration wait = policy.waitAfter(work.attempts(), asked);
    return session.run(
            jdbc ->
                jdbc.sql(REQUEUE)
                    .param("id", work.id())
                    .param("node", policy.node())
                    .param("at", at(clock.instant().plus(wait)))
                    .update())
        == 1;
  }

  /** Nobody knows whether it was taken: wait for its callback, or for the end of patience. */
  public boolean lose(UUID id) {
    Instant now = clock.instant();
    return session.run(
            jdbc ->
                jdbc.sql(LOSE)
                    .param("id", id)
                    .param("now", at(now))
                    .param("giveUpAt", at(now.plus(policy.unknownTimeout())))
                    .update())
        == 1;
  }

  private static Timestamp at(Instant instant) {
    return Timestamp.from(instant);
  }
}
