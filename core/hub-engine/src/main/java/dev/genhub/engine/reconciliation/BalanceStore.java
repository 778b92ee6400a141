package dev.genhub.engine.reconciliation;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.genhub.engine.store.WorkerSession;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes readings of balances: which keys are due for one, and what was read. */
public final class BalanceStore {

  /** A node that dies while it reads leaves the key to the next round. */
  private static final Duration CLAIM = Duration.ofMinutes(30);

  /** Shorter than a day, so that a night that begins a little earlier skips no key. */
  private static final Duration BETWEEN_READINGS = Duration.ofHours(20);

  private static final int IN_ONE_ROUND = 200;

  private static final String CLAIM_DUE =
      """
      with due as (
        select k.id, k.user_id, k.provider, k.current_version_id,
               r.read_at, r.credits, r.in_flight_credits
        from public.user_api_keys k
        left join lateral (
          select read_at, credits, in_flight_credits from genhub.balance_readings b
          where b.key_id = k.id order by b.read_at desc limit 1) r on true
        where k.is_active and k.current_version_id is not null and k.provider = any (:providers)
          and (r.read_at is null or r.read_at <= :lastBefore)
          and exists (
            select from genhub.ledger_entries e
            where e.key_id = k.id and e.kind = 'charge'
              and (r.read_at is null or e.created_at > r.read_at))
          and not exists (
            select from genhub.balance_checks c
            where c.key_id = k.id and c.claimed_until > :now)
        order by k.id limit :most),
      claimed as (
        insert into genhub.balance_checks as c (key_id, user_id, claimed_until)
        select id, user_id, :until from due
        on conflict (key_id) do update set claimed_until = excluded.claimed_until
          where c.claimed_until <= :now
        returning key_id)
      select due.* from due join claimed on claimed.key_id = due.id order by due.id
      """;

  private static final String CHARGED =
      """
      select coalesce(sum(credits), 0) from genhub.ledger_entries
      where key_id = :key and kind = 'charge' and created_at > :after and created_at <= :until
      """;

  private static final String IN_FLIGHT =
      """
      select coalesce(sum(quote_credits), 0) from public.generation_tasks
      where key_id = :key and phase in ('submitting', 'unknown', 'following')
      """;

  private static final String KEEP =
      """
      insert into genhub.balance_readings (
        id, key_id, user_id, provider, read_at, credits, in_flight_credits, previous_credits,
        charged_credits, drift_credits, drifts)
      values (:id, :key, :user, :provider, :at, :credits, :inFlight, :previous, :charged, :drift,
              :drifts)
      """;

  private final WorkerSession session;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  /** Works in the workers' role. */
  public BalanceStore(WorkerSession session) {
    this.session = session;
  }

  /**
   * Claims keys that were charged since their last reading, for this node alone.
   *
   * @param plugins the plugin that reads a provider's balances, by provider
   */
  List<BalanceCheck> claim(Map<String, String> plugins, Instant now) {
    return session.run(
        jdbc ->
            jdbc.sql(CLAIM_DUE)
                .param("providers", plugins.keySet().toArray(String[]::new))
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .param("lastBefore", Timestamp.from(now.minus(BETWEEN_READINGS)))
                .param("most", IN_ONE_ROUND)
                .query((row, n) -> check(row, plugins))
                .list());
  }

  private static BalanceCheck check(ResultSet row, Map<String, String> plugins)
      throws SQLException {
    String provider = row.getString("provider");
    Timestamp readAt = row.getTimestamp("read_at");
    Optional<BalanceCheck.Previous> previous =
        readAt == null
            ? Optional.empty()
            : Optional.of(
                new BalanceCheck.Previous(
                    readAt.toInstant(),
                    row.getBigDecimal("credits"),
                    row.getBigDecimal("in_flight_credits")));
    return new BalanceCheck(
        row.getObject("id", UUID.class),
        row.getObject("current_version_id", UUID.class),
        row.getObject("user_id", UUID.class),
        provider,
        plugins.get(provider),
        previous);
  }

  /**
   * Keeps a reading and what it says about the ledger, and lets go of the key.
   *
   * @param credits the balance
   * @return the comparison with the reading before; empty for the first one
   */
  Optional<Comparison> keep(BalanceCheck check, BigDecimal credits, Instant readAt) {
    return session.run(
        jdbc -> {
          BigDecimal inFlight = amount(jdbc.sql(IN_FLIGHT).param("key", check.keyId()));
          Optional<Comparison> comparison =
              check.previous().map(last -> compare(jdbc, check, last, credits, inFlight, readAt));
          jdbc.sql(KEEP)
              .param("id", ids.generate())
              .param("key", check.keyId())
              .param("user", check.userId())
              .param("provider", check.provider())
              .param("at", Timestamp.from(readAt))
              .param("credits", credits)
              .param("inFlight", inFlight)
              .param("previous", orNull(comparison.map(Comparison::previous)), Types.NUMERIC)
              .param("charged", orNull(comparison.map(Comparison::charged)), Types.NUMERIC)
              .param("drift", orNull(comparison.map(Comparison::drift)), Types.NUMERIC)
              .param("drifts", comparison.map(Comparison::drifts).orElse(false))
              .update();
          release(jdbc, check.keyId());
          return comparison;
        });
  }

  private static Comparison compare(
      JdbcClient jdbc,
      BalanceCheck check,
      BalanceCheck.Previous last,
      BigDecimal credits,
      BigDecimal inFlight,
      Instant readAt) {
    BigDecimal charged =
        amount(
            jdbc.sql(CHARGED)
                .param("key", check.keyId())
                .param("after", Timestamp.from(last.readAt()))
                .param("until", Timestamp.from(readAt)));
    return new Comparison(last.credits(), last.inFlight(), charged, credits, inFlight);
  }

  private static void release(JdbcClient jdbc, UUID keyId) {
    jdbc.sql("delete from genhub.balance_checks where key_id = :key").param("key", keyId).update();
  }

  private static BigDecimal amount(JdbcClient.StatementSpec sum) {
    return sum.query(BigDecimal.class).single();
  }

  private static BigDecimal orNull(Optional<BigDecimal> amount) {
    return amount.orElse(null);
  }
}
