package dev.genhub.engine.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LimitAlertTest {

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void setClock() {
    hub.clock.set(Instant.parse("2026-11-15T12:00:00Z"));
  }

  private static Order order(UUID user) {
    return Order.by(user).costs("0.10").usualLimit("1.00");
  }

  private static List<String> told(UUID user) {
    return hub.database
        .everything()
        .sql(
            "select data::text from genhub.outbox where user_id = :user and type = 'limit.threshold'")
        .param("user", user)
        .query(String.class)
        .list();
  }

  @Test
  void theUserIsToldWhenEightyPercentAreReachedAndNotBefore() throws Exception {
    UUID user = hub.user();
    for (int i = 0; i < 7; i++) {
      hub.queued(order(user));
    }
    assertThat(told(user)).isEmpty();

    hub.queued(order(user));

    JsonNode limits = new ObjectMapper().readTree(told(user).get(0));
    SpendingLimits reads =
        new SpendingLimits(
            hub.database.users(),
            hub.database.workers(),
            new AuditLog(hub.clock),
            Optional.of(new BigDecimal("1.00")),
            hub.clock);
    assertThat(limits).isEqualTo(new ObjectMapper().readTree(reads.read(user).toString()));
    assertThat(limits.get("reservedUsd").decimalValue()).isEqualByComparingTo("0.8");
    assertThat(limits.get("remainingUsd").decimalValue()).isEqualByComparingTo("0.2");
    assertThat(limits.get("periodStart").asText()).isEqualTo("2026-11-01T00:00:00Z");
    assertThat(limits.get("periodEnd").asText()).isEqualTo("2026-12-01T00:00:00Z");
  }

  @Test
  void theUserIsToldOnceAMonthHoweverManyRequestsComeAtOnce() throws Exception {
    UUID user = hub.user();
    AtOnce.call(10, () -> hub.queued(order(user)));
    assertThat(told(user)).hasSize(1);

    hub.clock.set(Instant.parse("2026-12-02T00:00:00Z"));
    AtOnce.call(10, () -> hub.queued(order(user)));
    assertThat(told(user)).hasSize(2);
  }

  @Test
  void whoeverHasNoLimitIsToldNothing() {
    UUID user = hub.user();

    hub.queued(Order.by(user).costs("500"));

    assertThat(told(user)).isEmpty();
  }

  @Test
  void theThresholdIsTheUsersOwn() {
    UUID user = hub.user();
    hub.database
        .everything()
        .sql("insert into genhub.spending_limits (user_id, alert_at_percent) values (:user, 10)")
        .param("user", user)
        .update();

    hub.queued(order(user));

    assertThat(told(user)).hasSize(1);
  }
}
