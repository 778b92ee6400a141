package dev.genhub.engine.money;

import dev.genhub.engine.store.WorkerSession;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells users that the account of one of their keys runs low: the event {@code credits.low}, at
 * most once in 24 hours for a key, whichever node and whichever part of the hub finds out.
 */
public final class CreditsLow {

  private static final Duration AGAIN_AFTER = Duration.ofHours(24);

  /**
   * The row of the key decides, and the event is written in the same statement. It never waits for
   * another that tells the same, so that settlements cannot wait for each other in a circle.
   */
  private static final String TELL =
      """
      with about as (%s),
      told as (
        insert into genhub.low_credits_told as t (key_id, user_id, told_at)
        select key_id, user_id, :now from about
        where pg_try_advisory_xact_lock(hashtextextended('credits.low ' || key_id, 0))
        on conflict (key_id) do update set told_at = excluded.told_at where t.told_at <= :before
        returning key_id)
      insert into genhub.outbox (user_id, type, data, created_at)
      select user_id, 'credits.low',
             jsonb_build_object(
               'keyId', key_id, 'provider', provider, 'creditsRemaining', trim_scale(credits)),
             :now
      from about join told using (key_id)
      """;

  private static final String KEY =
      """
      select cast(:key as uuid) as key_id, cast(:user as uuid) as user_id,
             cast(:provider as text) as provider, cast(:credits as numeric) as credits
      """;

  private static final String KEY_OF_GENERATION =
      """
      select key_id, user_id, provider, cast(null as numeric) as credits
      from public.generation_tasks where id = :generation
      """;

  private final WorkerSession session;
  private final BigDecimal threshold;
  private final Clock clock;

  /**
   * @param threshold the balance below which a user is told, in credits
   */
  public CreditsLow(WorkerSession session, BigDecimal threshold, Clock clock) {
    this.session = session;
    this.threshold = threshold;
    this.clock = clock;
  }

  /**
   * Reports what became known of a key's account. To be called whenever a provider answers 402 and
   * whenever a balance is read; most calls write nothing.
   *
   * @param creditsRemaining the balance; empty when the provider refused for want of credits
   *     without saying how many are left, which is low in any case
   * @return whether the user is told now
   */
  public boolean report(
      UUID keyId, UUID userId, String provider, Optional<BigDecimal> creditsRemaining) {
    if (creditsRemaining.isPresent() && creditsRemaining.get().compareTo(threshold) >= 0) {
      return false;
    }
    return session.run(
        jdbc ->
            tell(
                jdbc.sql(TELL.formatted(KEY))
                    .param("key", keyId)
                    .param("user", userId)
                    .param("provider", provider)
                    .param("credits", creditsRemaining.orElse(null), Types.NUMERIC),
                clock.instant()));
  }

  /**
   * A provider refused a generation for want of credits.
   *
   * @param jdbc of the transaction that settles it, in the workers' role
   */
  public static void generationRefused(JdbcClient jdbc, UUID generation, Instant at) {
    tell(jdbc.sql(TELL.formatted(KEY_OF_GENERATION)).param("generation", generation), at);
  }

  private static boolean tell(JdbcClient.StatementSpec statement, Instant at) {
    return statement
            .param("now", Timestamp.from(at))
            .param("before", Timestamp.from(at.minus(AGAIN_AFTER)))
            .update()
        == 1;
  }
}
