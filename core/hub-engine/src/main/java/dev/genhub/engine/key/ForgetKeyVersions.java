package dev.genhub.engine.key;

import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Deletes keys that were replaced or deleted, once nothing in flight and no result that waits for
 * its copy needs them: what a user takes away does not stay, not even encrypted.
 */
public final class ForgetKeyVersions {

  /** An intake that chose the key a moment ago has long been committed by then. */
  private static final Duration KEPT = Duration.ofHours(1);

  private static final String RETIRE =
      """
      update genhub.key_versions v set retired_at = :now
      where v.retired_at is null
        and not exists (select from public.user_api_keys k where k.current_version_id = v.id)
      """;

  private static final String FORGET =
      """
      delete from genhub.key_versions v
      where v.retired_at <= :before
        and not exists (
          select from public.generation_tasks t
          where t.key_version_id = v.id and t.phase <> 'settled')
        and not exists (
          select from public.generated_content c
          join public.generation_tasks t on t.id = c.generation_id
          where t.key_version_id = v.id and c.next_archive_at is not null)
      """;

  private final WorkerSession session;
  private final Clock clock;

  /** Works in the workers' role. */
  public ForgetKeyVersions(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Marks what is not current any more, deletes what was marked an hour ago. */
  public void forget() {
    session.run(jdbc -> retire(jdbc) + delete(jdbc));
  }

  private int retire(JdbcClient jdbc) {
    return jdbc.sql(RETIRE).param("now", Timestamp.from(clock.instant())).update();
  }

  private int delete(JdbcClient jdbc) {
    Instant before = clock.instant().minus(KEPT);
    return jdbc.sql(FORGET).param("before", Timestamp.from(before)).update();
  }
}
