package dev.genhub.engine.content;

import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Deletes results of an age, with their copies ({@code genhub.content.retention}). Generations
 * stay, and so do their money and their usage.
 */
public final class ExpireContent {

  /** In one transaction. */
  private static final int AT_ONCE = 200;

  /** In one run; what is left waits for the next one. */
  private static final int MOST_BATCHES = 100;

  private static final String EXPIRE =
      """
      with old as (
        select id from public.generated_content
        where created_at < :before and (generation_id is not null or storage_path is not null)
        order by created_at limit :atOnce
        for update skip locked)
      delete from public.generated_content c using old where c.id = old.id
      returning c.id, c.storage_path
      """;

  private final WorkerSession session;
  private final MediaStore media;
  private final Clock clock;
  private final Optional<Duration> retention;

  /**
   * Works in the workers' role.
   *
   * @param retention the age at which results are deleted; empty to keep them all
   */
  public ExpireContent(
      WorkerSession session, MediaStore media, Clock clock, Optional<Duration> retention) {
    this.session = session;
    this.media = media;
    this.clock = clock;
    this.retention = retention;
  }

  /** Deletes what is too old. */
  public void expire() {
    retention.ifPresent(age -> expireBefore(clock.instant().minus(age)));
  }

  private void expireBefore(Instant moment) {
    for (int batch = 0; batch < MOST_BATCHES; batch++) {
      List<RowlessCopy> expired = delete(moment);
      expired.forEach(copy -> copy.discard(media));
      if (expired.size() < AT_ONCE) {
        return;
      }
    }
  }

  private List<RowlessCopy> delete(Instant moment) {
    return session.run(
        jdbc ->
            jdbc.sql(EXPIRE)
                .param("before", Timestamp.from(moment))
                .param("atOnce", AT_ONCE)
                .query(
                    (row, n) ->
                        new RowlessCopy(
                            row.getObject("id", UUID.class), row.getString("storage_path")))
                .list());
  }
}
