package dev.genhub.engine.content;

import dev.genhub.engine.store.WorkerSession;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The state of copying results. Each method is one transaction. */
public final class ArchiveStore {

  /** With doubling waits that is about a day, while providers keep results for two weeks. */
  private static final int MOST_ATTEMPTS = 12;

  private static final String CLAIM =
      """
      with due as (
        select id from public.generated_content
        where next_archive_at <= :now and source_url is not null
        order by next_archive_at limit :room
        for update skip locked)
      update public.generated_content c
      set next_archive_at = :leaseUntil, archive_attempts = archive_attempts + 1
      from due where c.id = due.id
      returning c.id, c.generation_id, c.content_type, c.source_url, c.archive_attempts,
        (select t.plugin from public.generation_tasks t where t.id = c.generation_id),
        (select t.key_version_id from public.generation_tasks t where t.id = c.generation_id)
      """;

  private static final String PROLONG =
      """
      update public.generated_content set next_archive_at = :leaseUntil
      where id = any (:ids) and next_archive_at is not null
      """;

  private static final String ARCHIVED =
      """
      with kept as (
        update public.generated_content
        set archived = true, next_archive_at = null, storage_path = :path, mime_type = :mimeType,
            size_bytes = :size,
            image_url = case when content_type = 'image' then :url end,
            video_url = case when content_type = 'video' then :url end,
            audio_url = case when content_type = 'music' then :url end
        where id = :id
        returning generation_id, position),
      told as (
        update public.generation_tasks t
        set revision = t.revision + 1,
            result_url = case when kept.position = 0 then :url else t.result_url end
        from kept where t.id = kept.generation_id)
      select count(*) from kept
      """;

  private static final String AGAIN =
      """
      update public.generated_content
      set next_archive_at = case when archive_attempts < :most then cast(:at as timestamptz) end
      where id = :id
      """;

  /**
   * A result to be copied.
   *
   * @param attempt 1 for the first
   * @param plugin whose adapter knows how results are fetched
   * @param keyVersionId the key that the result was made with
   */
  public record Unarchived(
      UUID id,
      UUID generationId,
      String contentType,
      URI source,
      int attempt,
      String plugin,
      Optional<UUID> keyVersionId) {}

  private final WorkerSession session;
  private final Duration lease;
  private final Clock clock;

  /**
   * Works in the workers' role.
   *
   * @param lease how long a dead node's copies wait before another node tries
   */
  public ArchiveStore(WorkerSession session, Duration lease, Clock clock) {
    this.session = session;
    this.lease = lease;
    this.clock = clock;
  }

  /** Takes results that wait for their copy. */
  public List<Unarchived> claim(int room) {
    Instant now = clock.instant();
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM)
                .param("now", Timestamp.from(now))
                .param("leaseUntil", Timestamp.from(now.plus(lease)))
                .param("room", room)
                .query(
                    (row, n) ->
                        new Unarchived(
                            row.getObject("id", UUID.class),
                            row.getObject("generation_id", UUID.class),
                            row.getString("content_type"),
                            URI.create(row.getString("source_url")),
                            row.getInt("archive_attempts"),
                            row.getString("plugin"),
                            Optional.ofNullable(row.getObject("key_version_id", UUID.class))))
                .list());
  }

  /** Keeps what this node has taken for another lease. */
  void prolong(List<UUID> ids) {
    session.run(
        jdbc ->
            jdbc.sql(PROLONG)
                .param("leaseUntil", Timestamp.from(clock.instant().plus(lease)))
                .param("ids", ids.toArray(UUID[]::new))
                .update());
  }

  /**
   * The copy is there.
   *
   * @param url where users get it
   * @return false when the result was deleted meanwhile
   */
  public boolean archived(UUID id, String path, String mimeType, long size, String url) {
    return session.run(
            jdbc ->
                jdbc.sql(ARCHIVED)
                    .param("id", id)
                    .param("path", path)
                    .param("mimeType", mimeType)
                    .param("size", size)
                    .param("url", url)
                    .query(Integer.class)
                    .single())
        == 1;
  }

  /** The copy failed: tries again later, a bounded number of times. */
  public void again(Unarchived result) {
    Duration wait = Duration.ofSeconds(10L << Math.min(result.attempt(), 10));
    session.run(
        jdbc ->
            jdbc.sql(AGAIN)
                .param("id", result.id())
                .param("most", MOST_ATTEMPTS)
                .param("at", Timestamp.from(clock.instant().plus(wait)))
                .update());
  }
}
