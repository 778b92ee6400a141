package dev.genhub.engine.generation;

/**
 * The statements that settle a batch: each takes all rows at once, as a JSON array with an object
 * for each.
 */
final class SettlementSql {

  /** In the order of ids, so that two batches never wait for each other in a circle. */
  static final String LOCK =
      """
      select id, phase, maybe_taken, user_id, period, provider, model, prompt, quote_credits,
             quote_usd
      from public.generation_tasks
      where id = any (:ids) and phase <> 'settled'
      order by id for update
      """;

  /**
   * Status and what users will be told of it. A task id that another generation has is not kept:
   * the result counts more than its name.
   */
  static final String CLOSE =
      """
      with s as (
        select * from jsonb_to_recordset(:closings::jsonb) as s (
          id uuid, status text, "taskId" text, "resultUrl" text, "errorCode" text,
          "errorMessage" text, "errorRetryable" boolean, "errorCharged" boolean,
          "chargedCredits" numeric, "chargedUsd" numeric, "callOff" boolean)),
      closed as (
        update public.generation_tasks t
        set phase = 'settled', status = s.status,
            task_id = coalesce(t.task_id,
              case when not exists (select from public.generation_tasks other
                                    where other.provider = t.provider
                                      and other.task_id = s."taskId") then s."taskId" end),
            progress = case when s.status = 'completed' then 100 else least(t.progress, 99) end,
            result_url = s."resultUrl", error_code = s."errorCode",
            error_message = s."errorMessage", error_retryable = s."errorRetryable",
            error_charged = s."errorCharged", charged_credits = s."chargedCredits",
            charged_usd = s."chargedUsd", completed_at = :now, next_attempt_at = null,
            lease_owner = null, lease_until = null,
            call_off_at = case when s."callOff" then cast(:now as timestamptz) end,
            revision = t.revision + 1
        from s where t.id = s.id
        returning t.id, t.user_id, t.status)
      insert into genhub.outbox (user_id, type, generation_id, created_at)
      select user_id, 'generation.' || status, id, :now from closed order by id
      """;

  static final String KEEP_RESULTS =
      """
      insert into public.generated_content (
        id, user_id, generation_id, position, prompt, provider, model, content_type, image_url,
        video_url, audio_url, thumbnail_url, source_url, title, style, item_id, duration,
        resolution, has_audio, created_at, archived, storage_path, mime_type, size_bytes,
        next_archive_at)
      select r.id, r."userId", r."generationId", r.position, r.prompt, r.provider, r.model,
             r."contentType",
             case when r."contentType" = 'image' then r.url end,
             case when r."contentType" = 'video' then r.url end,
             case when r."contentType" = 'music' then r.url end,
             r."thumbnailUrl", case when not r.archived then r.url end, r.title, r.style,
             r."itemId", r.duration, r.resolution, r."hasAudio", :now, r.archived, r.path,
             r."mimeType", r.size, case when not r.archived then cast(:now as timestamptz) end
      from jsonb_to_recordset(:results::jsonb) as r (
        id uuid, "userId" uuid, "generationId" uuid, position integer, prompt text, provider text,
        model text, "contentType" text, url text, "thumbnailUrl" text, title text, style text,
        "itemId" text, duration integer, resolution text, "hasAudio" boolean, archived boolean,
        path text, "mimeType" text, size bigint)
      """;

  private SettlementSql() {}
}
