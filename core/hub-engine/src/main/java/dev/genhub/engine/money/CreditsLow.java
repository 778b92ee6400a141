package dev.genhub.engine.money;

import dev.genhub.engine.store.WorkerSession;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells users that the account of one of their keys runs low: the event {@code credits.low}, at
 * most once in 24 hours for a key, whichever node and whichever part of the hub finds out.
 */
public final class CreditsLow {

  private static final Duration AGAIN_AFTER = Duration.ofHours(24);

  /** The row of the key decides, and the event is written in the same statement. */
  private static final String TELL =
      """
      with told as (
        insert into genhub.low_credits_told as t (key_id, user_id, told_at)
        values (:key, :user, :now)
        on conflict (key_id) do update set told_at = excluded.told_at
          where t.told_at <= :before
        returning user_id)
      insert into genhub.outbox (user_id, type, data, created_at)
      select user_id, 'credits.low',
             jsonb_build_object('keyId', cast(:key as uuid), 'provider', cast(:provider as text),
                                'creditsRemaining', trim_scale(cast(:credits as numeric))),
             :now
      from told
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
            jdbc.sql(TELL)
                    .param("key", keyId)
                    .param("user", userId)
                    .param("provider", provider)
                    .param("credits", creditsRemaining.orElse(null), Types.NUMERIC)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("before", Timestamp.from(clock.instant().minus(AGAIN_AFTER)))
                    .update()
                == 1);
  }
}
