package dev.genhub.bench.intake;

/** A row as intake writes it, without all that comes before. */
final class BareRow {
  /** Takes id, owner, prompt, key and key version. */
  static final String INSERT =
      """
      insert into public.generation_tasks (
        id, user_id, provider, task_type, prompt, parameters, estimated_time, created_at, phase,
        model, plugin, content_type, key_id, key_version_id, quote_credits, quote_usd, period,
        next_attempt_at)
      values (%s, %s, 'kie-ai', 'text2img', %s,
        '{"aspectRatio":"16:9","stylization":250}', 60, now(), 'queued', 'midjourney-6',
        'kie-midjourney', 'image', %s, %s, 8, 0.04, date_trunc('month', now()), now())""";

  private BareRow() {}

  static String insert(String id, String owner, String prompt, String key, String version) {
    return String.format(INSERT, id, owner, prompt, key, version);
  }
}
