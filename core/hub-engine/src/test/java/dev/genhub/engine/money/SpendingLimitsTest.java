package dev.genhub.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpendingLimitsTest {

  private static HubFixture hub;
  private static SpendingLimits limits;
  private static ChangeLimits change;
  private static CapLimits cap;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    limits =
        new SpendingLimits(
            hub.database.users(),
            hub.database.workers(),
            new AuditLog(hub.clock),
            Optional.of(new BigDecimal("5")),
            hub.clock);
    change = new ChangeLimits(limits);
    cap = new CapLimits(limits);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static JsonNode change(UUID user, String body) {
    return (JsonNode) change.change(Requests.any().by(user).body(body).build()).body();
  }

  private static JsonNode cap(UUID user, String body) {
    return (JsonNode)
        cap.cap(Requests.any().by(UUID.randomUUID()).path("id", user).body(body).build()).body();
  }

  private static JsonNode get(UUID user) {
    return (JsonNode) new GetLimits(limits).get(Requests.any().by(user).build()).body();
  }

  @Test
  void whoeverHasSaidNothingHasTheDefault() {
    assertThat(get(hub.user()))
        .hasToString(
            """
            {"monthlyLimitUsd":5,"spentUsd":0,"reservedUsd":0,"remainingUsd":5,\
            "periodStart":"2026-11-01T00:00:00Z","periodEnd":"2026-12-01T00:00:00Z",\
            "alertAtPercent":80}\
            """);
  }

  @Test
  void whatIsSpentAndReservedIsNoLongerLeft() {
    UUID user = hub.user();
    hub.settle.settle(List.of(Ends.completed(Ends.sent(hub, Order.by(user).costs("1.25")))));
    hub.queued(Order.by(user).costs("0.5"));

    assertThat(get(user).toString())
        .contains("\"spentUsd\":1.25,\"reservedUsd\":0.5,\"remainingUsd\":3.25");
  }

  @Test
  void aLimitBelowWhatIsTakenLeavesNothing() {
    UUID user = hub.user();
    hub.queued(Order.by(user).costs("0.5"));

    assertThat(change(user, "{\"monthlyLimitUsd\": 0.2}").get("remainingUsd").decimalValue())
        .isEqualByComparingTo("0");
  }

  @Test
  void whatTheBodyDoesNotNameStays() {
    UUID user = hub.user();
    change(user, "{\"monthlyLimitUsd\": 12.5, \"alertAtPercent\": 90}");

    assertThat(change(user, "{\"alertAtPercent\": 50}").get("monthlyLimitUsd").decimalValue())
        .isEqualByComparingTo("12.5");
    assertThat(change(user, "{\"monthlyLimitUsd\": 3}").get("alertAtPercent").intValue())
        .isEqualTo(50);
  }

  @Test
  void whoeverWantsNoLimitHasNone() {
    UUID user = hub.user();

    JsonNode now = change(user, "{\"monthlyLimitUsd\": null}");

    assertThat(now.get("monthlyLimitUsd").isNull()).isTrue();
    assertThat(now.get("remainingUsd").isNull()).isTrue();
    hub.queued(Order.by(user).costs("100").usualLimit("5"));
  }

  @Test
  void theDefaultStaysForWhoeverOnlySetsTheThreshold() {
    assertThat(change(hub.user(), "{\"alertAtPercent\": 50}").get("monthlyLimitUsd").intValue())
        .isEqualTo(5);
  }

  @Test
  void noLimitRisesAboveTheCeiling() {
    UUID user = hub.user();
    change(user, "{\"monthlyLimitUsd\": 3}");

    assertThat(cap(user, "{\"monthlyLimitUsd\": 2}").get("monthlyLimitUsd").intValue())
        .isEqualTo(2);
    assertThatThrownBy(() -> change(user, "{\"monthlyLimitUsd\": 2.5}"))
        .isInstanceOf(ApiProblem.class)
        .hasMessage("/monthlyLimitUsd: 2.5 is above 2, the ceiling that an admin has set");
    assertThat(change(user, "{\"monthlyLimitUsd\": null}").get("monthlyLimitUsd").intValue())
        .isEqualTo(2);
    assertThat(cap(user, "{\"monthlyLimitUsd\": null}").get("monthlyLimitUsd").isNull()).isTrue();
  }

  @Test
  void aCeilingMayBeSetForAUserWhomNobodyHasSeenYet() {
    assertThat(cap(UUID.randomUUID(), "{\"monthlyLimitUsd\": 1}").get("remainingUsd").intValue())
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"monthlyLimitUsd": -1}         | /monthlyLimitUsd
          {"monthlyLimitUsd": "10"}       | /monthlyLimitUsd
          {"monthlyLimitUsd": 0.0000001}  | /monthlyLimitUsd
          {"alertAtPercent": 0}           | /alertAtPercent
          {"alertAtPercent": 101}         | /alertAtPercent
          {"timeZone": "Europe/Berlin"}   | /timeZone
          """)
  void whatIsNoLimitIsRefused(String body, String pointer) {
    assertThatThrownBy(() -> change(hub.user(), body))
        .isInstanceOfSatisfying(
            ApiProblem.class,
            problem -> {
              assertThat(problem.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
              assertThat(problem.violations())
                  .singleElement()
                  .satisfies(wrong -> assertThat(wrong.pointer()).isEqualTo(pointer));
            });
  }

  @Test
  void aUserCannotTouchTheCeilingInTheDatabaseEither() {
    UUID user = hub.user();
    cap(user, "{\"monthlyLimitUsd\": 2}");

    assertThatThrownBy(
            () ->
                hub.database
                    .users()
                    .as(
                        user,
                        jdbc ->
                            jdbc.sql("update genhub.spending_limits set cap_usd = null").update()))
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
  }

  @Test
  void whoSetACeilingIsRemembered() {
    UUID user = hub.user();

    cap(user, "{\"monthlyLimitUsd\": 2.5}");

    assertThat(
            hub.database.value(
                """
                select action || ' ' || (details ->> 'monthlyLimitUsd') from genhub.audit_log
                where subject = ?
                """,
                user.toString()))
        .isEqualTo("limits.capped 2.5");
  }
}
