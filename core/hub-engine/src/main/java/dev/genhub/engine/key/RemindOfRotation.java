package dev.genhub.engine.key;

import dev.genhub.engine.store.WorkerSession;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells users of active keys that should be replaced (integration guide, security best practices):
 * {@code key.rotation_due} once after 90 days, {@code key.rotation_overdue} once after 180.
 */
public final class RemindOfRotation {

  private static final Logger LOG = LoggerFactory.getLogger(RemindOfRotation.class);

  private static final Duration DUE = KeyView.ROTATE_AFTER;
  private static final Duration OVERDUE = DUE.multipliedBy(2);

  /** The mark on the version is what makes it once, on any number of nodes. */
  private static final String REMIND =
      """
      with aged as (
        select v.id, k.id as key_id, k.user_id, k.provider, k.api_key_name, v.created_at,
               v.rotation_reminded,
               case when v.created_at <= :overdueBefore then :overdue else :due end as days
        from genhub.key_versions v
        join public.user_api_keys k on k.current_version_id = v.id
        where k.is_active and v.created_at <= :dueBefore
        for update of v skip locked
      ), reminded as (
        update genhub.key_versions v set rotation_reminded = aged.days
        from aged where v.id = aged.id and aged.rotation_reminded < aged.days
        returning aged.*
      )
      insert into genhub.outbox (user_id, type, data, created_at)
      select user_id,
             case days when :due then 'key.rotation_due' else 'key.rotation_overdue' end,
             jsonb_build_object('keyId', key_id, 'provider', provider, 'name', api_key_name,
                                'keySince', created_at, 'days', days),
             :now
      from reminded
      """;

  private final WorkerSession session;
  private final Clock clock;

  /** Works in the workers' role. */
  public RemindOfRotation(WorkerSession session, Clock clock) {
    this.session = session;
    this.clock = clock;
  }

  /** Writes what is due into the outbox. */
  public void remind() {
    Instant now = clock.instant();
    int reminded =
        session.run(
            jdbc ->
                jdbc.sql(REMIND)
                    .param("dueBefore", Timestamp.from(now.minus(DUE)))
                    .param("overdueBefore", Timestamp.from(now.minus(OVERDUE)))
                    .param("due", (int) DUE.toDays())
                    .param("overdue", (int) OVERDUE.toDays())
                    .param("now", Timestamp.from(now))
                    .update());
    if (reminded > 0) {
      LOG.info("operation=remind-of-rotation keys={}", reminded);
    }
  }
}
