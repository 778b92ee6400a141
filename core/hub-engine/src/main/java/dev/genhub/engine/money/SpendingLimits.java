package dev.genhub.engine.money;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.genhub.engine.audit.Actor;
import dev.genhub.engine.audit.AuditAction;
import dev.genhub.engine.audit.AuditEntry;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.store.UserSession;
import dev.genhub.engine.store.WorkerSession;
import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Users' monthly limits and the ceilings that admins set above them. What holds is the lower of the
 * two; whoever has said nothing has the hub's default.
 */
public final class SpendingLimits {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static final String READ =
      "select genhub.limits_of(:user, :period, cast(:usual as numeric))::text";

  private static final String CEILING =
      "select cap_usd from genhub.spending_limits where user_id = :user";

  private static final String CHANGE =
      """
      insert into genhub.spending_limits as l
        (user_id, monthly_limit_usd, limit_chosen, alert_at_percent)
      values (:user, :limit, :chosen, coalesce(:alert, 80))
      on conflict (user_id) do update
      set monthly_limit_usd = case when :chosen then :limit else l.monthly_limit_usd end,
          limit_chosen = l.limit_chosen or :chosen,
          alert_at_percent = coalesce(:alert, l.alert_at_percent)
      """;

  private static final String CAP =
      """
      insert into genhub.spending_limits (user_id, cap_usd) values (:user, :cap)
      on conflict (user_id) do update set cap_usd = excluded.cap_usd
      """;

  private final UserSession users;
  private final WorkerSession workers;
  private final AuditLog audit;
  private final Optional<BigDecimal> defaultLimitUsd;
  private final Clock clock;

  /**
   * @param users act on their own limits
   * @param workers set ceilings
   * @param audit remembers who set them
   * @param defaultLimitUsd the monthly limit of users who have said nothing; empty for none
   */
  public SpendingLimits(
      UserSession users,
      WorkerSession workers,
      AuditLog audit,
      Optional<BigDecimal> defaultLimitUsd,
      Clock clock) {
    this.users = users;
    this.workers = workers;
    this.audit = audit;
    this.defaultLimitUsd = defaultLimitUsd;
    this.clock = clock;
  }

  /** The limits of this month as the API answers them. */
  public JsonNode read(UUID user) {
    return users.as(user, jdbc -> read(jdbc, user));
  }

  /**
   * Changes what the user has said.
   *
   * @return the limits as they are now
   * @throws ApiProblem {@code validation_failed} when the limit is above the ceiling
   */
  public JsonNode change(UUID user, LimitChange change) {
    return users.as(
        user,
        jdbc -> {
          change.monthlyLimitUsd().ifPresent(limit -> requireUnderCeiling(jdbc, user, limit));
          jdbc.sql(CHANGE)
              .param("user", user)
              .param("limit", change.monthlyLimitUsd().orElse(null), Types.NUMERIC)
              .param("chosen", change.limitNamed())
              .param("alert", change.alertAtPercent().orElse(null), Types.INTEGER)
              .update();
          return read(jdbc, user);
        });
  }

  /**
   * Sets the ceiling above a user's limit; the user is made when nobody has seen them yet.
   *
   * @param admin who sets it
   * @param cap empty for no ceiling
   * @return the user's limits as they are now
   * @throws ApiProblem {@code not_found} when there can be no such user
   */
  public JsonNode cap(Actor admin, UUID user, Optional<BigDecimal> cap) {
    makeKnown(user);
    workers.run(
        jdbc -> {
          audit.record(
              jdbc,
              AuditEntry.of(admin, AuditAction.LIMITS_CAPPED, user)
                  .with("monthlyLimitUsd", cap.map(BigDecimal::toPlainString).orElse("none")));
          return jdbc.sql(CAP)
              .param("user", user)
              .param("cap", cap.orElse(null), Types.NUMERIC)
              .update();
        });
    return read(user);
  }

  private void makeKnown(UUID user) {
    try {
      users.as(
          user,
          jdbc ->
              jdbc.sql("insert into public.profiles (id) values (:id) on conflict do nothing")
                  .param("id", user)
                  .update());
    } catch (DataIntegrityViolationException notInTheApp) {
      throw ApiProblem.notFound("user", user);
    }
  }

  private static void requireUnderCeiling(JdbcClient jdbc, UUID user, BigDecimal limit) {
    jdbc.sql(CEILING)
        .param("user", user)
        .query(BigDecimal.class)
        .list()
        .forEach(
            ceiling -> {
              if (ceiling != null && limit.compareTo(ceiling) > 0) {
                throw ApiProblem.invalid(
                    "/monthlyLimitUsd",
                    limit.toPlainString()
                        + " is above "
                        + ceiling.stripTrailingZeros().toPlainString()
                        + ", the ceiling that an admin has set");
              }
            });
  }

  private JsonNode read(JdbcClient jdbc, UUID user) {
    String limits =
        jdbc.sql(READ)
            .param("user", user)
            .param("period", SpendingPeriod.of(clock.instant()).firstDay())
            .param("usual", defaultLimitUsd.orElse(null), Types.NUMERIC)
            .query(String.class)
            .single();
    try {
      return JSON.readTree(limits);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
