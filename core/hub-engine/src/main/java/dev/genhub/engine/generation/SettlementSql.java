package dev.genhub.engine.generation;

/**
 * The statements that settle a batch: each takes all rows at once, as a JSON array of what {@link
 * Closing} says of a generation.
 */
final class SettlementSql {

  /** In the order of ids, so that two batches never wait for each other in a circle. */
  static final String LOCK =
      """
      select id, phase, maybe_taken, user_id, period, quote_credits, quote_usd, provider, model,
             prompt
      from public.generation_tasks
      where id = any (:ids) and phase <> 'settled'
      order by id for update
      """;

  /** Status, ledger and what users will be told: true together, or not at all. */
  static final String CLOSE =
      """
      with s as (
        select * from jsonb_to_recordset(:closings::jsonb) as s (
          id uuid, status text, "taskId" text, "resultUrl" text, "errorCode" text,
          "errorMessage" text, "errorRetryable" boolean, "errorCharged" boolean,
          "chargedCredits" numeric, "chargedUsd" numeric, "callOff" boolean, entry text,
          "entryCredits" numeric, "entryUsd" numeric)),
      closed as (
        update public.generation_tasks t
        set phase = 'settled', status = s.status,
            task_id = coalesce(t.task_id, s."taskId"),
            progress = case when s.status = 'completed' then 100 else least(t.progress, 99) end,
            result_url = s."resultUrl", error_code = s."errorCode",
            error_message = s."errorMessage", error_retryable = s."errorRetryable",
            error_charged = s."errorCharged", charged_credits = s."chargedCredits",
            charged_usd = s."chargedUsd", completed_at = :now, next_attempt_at = null,
            lease_owner = null, lease_until = null,
            call_off_at = case when s."callOff" then cast(:now as timestamptz) end,
            revision = t.revision + 1
        from s where t.id = s.id
        returning t.id, t.user_id, t.status, s.entry, s."entryCredits", s."entryUsd"),
      booked as (
        insert into genhub.ledger_entries (generation_id, user_id, kind, credits, usd, created_at)
        select id, user_id, entry, "entryCredits", "entryUsd", :now from closed
        where entry is not null order by id)
      insert into genhub.outbox (user_id, type, generation_id, created_at)
      select user_id, 'generation.' || status, id, :now from closed order by id
      """;

  /** In the order of users, as intake does. */
  static final String MOVE_MONEY =
      """
      with delta as (
        select d."userId" as user_id, d.period, sum(d."entryReserved") as reserved,
               sum(coalesce(d."chargedUsd", 0)) as spent
        from jsonb_to_recordset(:closings::jsonb) as d (
          "userId" uuid, period date, entry text, "entryReserved" numeric, "chargedUsd" numeric)
        where d.entry is not null
        group by 1, 2),
      held as (
        select s.user_id, s.period from genhub.spending s
        join delta d on d.user_id = s.user_id and d.period = s.period
        order by s.user_id, s.period for update of s)
      update genhub.spending s
      set reserved_usd = s.reserved_usd - d.reserved, spent_usd = s.spent_usd + d.spent
      from held join delta d on d.user_id = held.user_id and d.period = held.period
      where s.user_id = held.user_id and s.period = held.period
      """;

  static final String KEEP_RESULTS =
      """
      insert into public.generated_content (
        id, user_id, generation_id, position, prompt, provider, model, content_type, image_url,
        video_url, audio_url, thumbnail_url, source_url, title, style, item_id, duration,
        resolution, has_audio, created_at, next_archive_at)
      select r.id, r."userId", r."generationId", r.position, r.prompt, r.provider, r.model,
             r."contentType",
             case when r."contentType" = 'image' then r.address end,
             case when r."contentType" = 'video' then r.address end,
             case when r."contentType" = 'music' then r.address end,
             r.thumbnail, r.address, r.title, r.style, left(r."itemId", 255), r.duration,
             left(r.resolution, 10), r."hasAudio", :now, :now
      from jsonb_to_recordset(:results::jsonb) as r (
        id uuid, "userId" uuid, "generationId" uuid, position integer, prompt text, provider text,
        model text, "contentType" text, address text, thumbnail text, title text, style text,
        "itemId" text, duration integer, resolution text, "hasAudio" boolean)
      """;

  private SettlementSql() {}
}
