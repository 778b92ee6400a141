package dev.genhub.engine.dispatch;

import dev.genhub.engine.generation.ClaimedRow;

/** The statements of {@link DispatchStore}: each moves rows from one phase to another, or not. */
final class DispatchSql {

  static final String CLAIM =
      """
      select
      """
          + ClaimedRow.COLUMNS
          + """

          from unnest(:plugins::text[], :rooms::integer[], :afters::uuid[], :paces::integer[],
                      :windows::double precision[])
                 as lane (plugin, room, after_account, pace, pace_seconds),
          lateral genhub.claim_queued(lane.plugin, lane.room, lane.after_account, lane.pace,
            make_interval(secs => lane.pace_seconds), :now, :node, :leaseUntil) t
          """;

  // Whatever changes several rows locks them in the order of their ids first, so that two batches
  // never wait for each other in a circle.

  /** An account's pace counts from here on when it is sent, no longer when it was claimed. */
  static final String INTEND =
      """
      with mine as (
        select t.id, t.key_id, t.claimed_at, intent.repeatable, intent.plugin_version
        from public.generation_tasks t
        join unnest(:ids::uuid[], :attempts::integer[], :repeatable::boolean[], :versions::text[])
               as intent (id, attempt, repeatable, plugin_version) on intent.id = t.id
        where t.phase = 'claimed' and t.lease_owner = :node and t.lease_until > :now
          and t.attempts = coalesce(intent.attempt, t.attempts)
        order by t.id for update of t),
      intended as (
        update public.generation_tasks t
        set phase = 'submitting', lease_until = :leaseUntil, resend_safe = mine.repeatable,
            plugin_version = coalesce(mine.plugin_version, t.plugin_version)
        from mine where t.id = mine.id
        returning t.id, t.key_id),
      sent as (select key_id, count(*)::integer as n from mine group by key_id),
      paced as (
        select p.account, p.recent, sent.n
        from genhub.provider_accounts p join sent on sent.key_id = p.account
        where cardinality(p.recent) > 0
        order by p.account for update of p),
      counted as (
        update genhub.provider_accounts p
        set recent = array_fill(cast(:now as timestamptz), array[paced.n]) || array(
          select each.at
          from (select r as at, row_number() over (partition by r) as n
                from unnest(paced.recent) r) each
          where each.n > (select count(*) from mine
                          where mine.key_id = paced.account and mine.claimed_at = each.at))
        from paced where p.account = paced.account),
      used as (
        select id from public.user_api_keys
        where id in (select key_id from intended)
          and (last_used_at is null or last_used_at <= :noted)
        for update skip locked),
      noted as (
        update public.user_api_keys k set last_used_at = :now from used where k.id = used.id)
      select id from intended
      """;

  static final String PROLONG =
      """
      with mine as (
        select id from public.generation_tasks
        where id = any (:ids) and lease_owner = :node and phase in ('claimed', 'submitting')
        order by id for update)
      update public.generation_tasks t set lease_until = :leaseUntil
      from mine where t.id = mine.id
      """;

  static final String FOLLOW =
      """
      with taken as (
        select t.id, named.task_id, named.first_look
        from public.generation_tasks t
        join unnest(:ids::uuid[], :taskIds::text[], :firstLooks::timestamptz[])
               as named (id, task_id, first_look) on named.id = t.id
        where t.phase in ('submitting', 'unknown')
        order by t.id for update of t),
      moved as (
        update public.generation_tasks t
        set phase = 'following', status = 'processing', task_id = taken.task_id,
            started_at = :now, lease_owner = null, lease_until = null, polls = 0,
            looked_at = null, revision = t.revision + 1,
            next_attempt_at = case
              when exists (select from genhub.callbacks c where c.generation_id = t.id)
              then cast(:now as timestamptz) else taken.first_look end
        from taken where t.id = taken.id
        returning t.id, t.user_id),
      told as (
        insert into genhub.outbox (user_id, type, generation_id, created_at)
        select user_id, 'generation.processing', id, :now from moved order by id)
      select id from moved
      """;

  /** One that was surely not sent when it was cancelled is not charged, and has no task. */
  static final String NAME_CANCELLED =
      """
      update public.generation_tasks
      set task_id = :taskId, call_off_at = :now, revision = revision + 1
      where id = :id and phase = 'settled' and status = 'cancelled' and task_id is null
        and charged_usd is not null
      """;

  /** A node that the row was taken from keeps its name there until somebody else claims it. */
  static final String REQUEUE =
      """
      update public.generation_tasks
      set phase = 'queued', next_attempt_at = :at, lease_owner = null, lease_until = null,
          maybe_taken = maybe_taken or :maybeTaken
      where id = :id and phase in ('claimed', 'submitting', 'unknown') and lease_owner = :node
        and attempts = :attempts
      """;

  static final String HAND_BACK =
      """
      update public.generation_tasks
      set phase = 'queued', attempts = attempts - 1, lease_owner = null, lease_until = null
      where phase = 'claimed' and lease_owner = :node
      """;

  static final String PAUSE =
      """
      insert into genhub.provider_accounts as p (account, paused_until) values (:account, :until)
      on conflict (account) do update
      set paused_until = greatest(p.paused_until, excluded.paused_until)
      """;

  /** A refusal may follow an answer that was lost: then it was claimed, and not sent again. */
  static final String LOSE =
      """
      update public.generation_tasks t
      set phase = 'unknown', lease_owner = null, lease_until = :giveUpAt, polls = 0,
          looked_at = null,
          next_attempt_at = case
            when exists (select from genhub.callbacks c where c.generation_id = t.id)
            then cast(:now as timestamptz) else cast(:giveUpAt as timestamptz) end
      where id = :id and (phase = 'submitting' or phase = 'claimed' and maybe_taken)
      """;

  private DispatchSql() {}
}
