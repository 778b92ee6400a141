package dev.genhub.engine.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CreditsLowTest {

  private static HubFixture hub;
  private static CreditsLow low;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    low = new CreditsLow(hub.database.workers(), BigDecimal.valueOf(50), hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static boolean report(UUID key, UUID user, String credits) {
    return low.report(key, user, "fake", Optional.of(new BigDecimal(credits)));
  }

  private static List<String> told(UUID user) {
    return hub.database
        .everything()
        .sql("select concat(type, ' ', data) from genhub.outbox where user_id = :user")
        .param("user", user)
        .query(String.class)
        .list();
  }

  @Test
  void aBalanceBelowTheThresholdIsTold() {
    UUID user = hub.user();
    UUID key = UUID.randomUUID();

    assertThat(report(key, user, "50")).isFalse();
    assertThat(report(key, user, "49.50")).isTrue();

    assertThat(told(user))
        .containsExactly(
            "credits.low {\"keyId\": \""
                + key
                + "\", \"provider\": \"fake\", \"creditsRemaining\": 49.5}");
  }

  @Test
  void aRefusalForWantOfCreditsIsToldWithoutABalance() {
    UUID user = hub.user();

    assertThat(low.report(UUID.randomUUID(), user, "fake", Optional.empty())).isTrue();

    assertThat(told(user)).singleElement().asString().contains("\"creditsRemaining\": null");
  }

  @Test
  void aKeyIsToldOnceADayHoweverManyFindOutAtOnce() throws Exception {
    UUID user = hub.user();
    UUID key = UUID.randomUUID();

    assertThat(AtOnce.call(8, () -> report(key, user, "1"))).containsOnlyOnce(true);
    hub.clock.advance(Duration.ofHours(23));
    assertThat(report(key, user, "1")).isFalse();
    assertThat(report(UUID.randomUUID(), user, "1")).isTrue();
    hub.clock.advance(Duration.ofHours(1));
    assertThat(report(key, user, "1")).isTrue();
    assertThat(told(user)).hasSize(3);
  }

  @Test
  void aGenerationThatIsRefusedForWantOfCreditsTellsItsUserInItsSettlement() {
    UUID user = hub.user();
    UUID key = UUID.randomUUID();
    Failure empty = Failure.uncharged(FailureKind.INSUFFICIENT_CREDITS, "402", "no credits");
    List<Settlement> refused = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      UUID id = Ends.sent(hub, Order.by(user).key(key, UUID.randomUUID()));
      refused.add(new Settlement.Failed(id, empty));
    }

    hub.settle.settle(refused);

    assertThat(told(user))
        .filteredOn(event -> event.startsWith("credits.low"))
        .singleElement()
        .asString()
        .contains(key.toString());
  }
}
