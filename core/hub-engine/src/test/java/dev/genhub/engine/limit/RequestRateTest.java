package dev.genhub.engine.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.Acceptance;
import dev.genhub.engine.generation.IntakeStore;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.store.DatabasePools;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestRateTest {

  private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");

  private static HubFixture hub;
  private static DatabasePools otherNode;
  private static IntakeStore here;
  private static IntakeStore there;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    otherNode = DatabasePools.open(hub.database.address(), 6);
    here = new IntakeStore(hub.database.pools().users(), RequestRate.of(10));
    there = new IntakeStore(otherNode.users(), RequestRate.of(10));
  }

  @AfterAll
  static void close() {
    otherNode.close();
    hub.close();
  }

  @BeforeEach
  void setClock() {
    hub.clock.set(NOON);
  }

  private static NewGeneration made(Order order) {
    return order.made(hub.catalogue, hub.clock.instant());
  }

  private static Acceptance accept(Order order) {
    return here.accept(List.of(made(order))).get(0);
  }

  @Test
  void exactlyAsManyAreAcceptedInAMinuteOnAnyNumberOfNodes() throws Exception {
    UUID user = hub.user();
    List<Callable<List<Acceptance>>> posts = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      IntakeStore node = i % 2 == 0 ? here : there;
      posts.add(() -> node.accept(List.of(made(Order.by(user)), made(Order.by(user)))));
    }

    List<Acceptance> outcomes = AtOnce.call(posts).stream().flatMap(List::stream).toList();

    assertThat(outcomes).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(10);
    assertThat(outcomes).filteredOn(Acceptance.RateLimited.class::isInstance).hasSize(14);
  }

  @Test
  void everyAnswerSaysWhatIsLeftOfTheMinute() {
    UUID user = hub.user();
    accept(Order.by(user));
    hub.clock.advance(Duration.ofMillis(12_500));

    Acceptance.Accepted second = (Acceptance.Accepted) accept(Order.by(user));

    assertThat(second.window()).contains(new RequestWindow(10, 8, NOON.plusSeconds(60)));
    assertThat(second.window().get().headers(hub.clock.instant()))
        .isEqualTo(
            Map.of(
                "RateLimit-Limit", "10",
                "RateLimit-Remaining", "8",
                "RateLimit-Reset", "48",
                "RateLimit-Policy", "10;w=60"));
  }

  @Test
  void aNewMinuteBeginsWithTheFirstRequestAfterTheLastOneHasEnded() {
    UUID user = hub.user();
    for (int i = 0; i < 10; i++) {
      accept(Order.by(user));
    }
    hub.clock.set(NOON.plusMillis(59_999));
    assertThat(accept(Order.by(user)))
        .isEqualTo(new Acceptance.RateLimited(new RequestWindow(10, 0, NOON.plusSeconds(60))));

    hub.clock.set(NOON.plusSeconds(75));
    assertThat(((Acceptance.Accepted) accept(Order.by(user))).window())
        .contains(new RequestWindow(10, 9, NOON.plusSeconds(135)));
  }

  @Test
  void aRepeatedPostUsesNothingUpAndIsAnsweredWhenNothingIsLeft() {
    UUID user = hub.user();
    Order order = Order.by(user).idempotencyKey("again", "f");
    accept(order);
    for (int i = 0; i < 20; i++) {
      assertThat(accept(order)).isInstanceOf(Acceptance.Replayed.class);
    }
    for (int i = 0; i < 9; i++) {
      assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.Accepted.class);
    }

    assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.RateLimited.class);
    assertThat(accept(order)).isInstanceOf(Acceptance.Replayed.class);
  }

  @Test
  void whatIsRefusedUsesNeitherTheMinuteNorItsKeyUp() {
    UUID user = hub.user();
    for (int i = 0; i < 15; i++) {
      assertThat(accept(Order.by(user).costs("2").usualLimit("1")))
          .isInstanceOf(Acceptance.OverLimit.class);
    }
    for (int i = 0; i < 10; i++) {
      assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.Accepted.class);
    }
    Order refused = Order.by(user).idempotencyKey("later", "f");
    assertThat(accept(refused)).isInstanceOf(Acceptance.RateLimited.class);

    hub.clock.advance(Duration.ofSeconds(60));
    assertThat(accept(refused)).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void usersDoNotUseUpEachOthersMinutes() {
    UUID busy = hub.user();
    for (int i = 0; i < 10; i++) {
      accept(Order.by(busy));
    }

    List<Acceptance> outcomes =
        here.accept(List.of(made(Order.by(busy)), made(Order.by(hub.user()))));

    assertThat(outcomes.get(0)).isInstanceOf(Acceptance.RateLimited.class);
    assertThat(outcomes.get(1)).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void zeroSwitchesTheLimitOff() {
    UUID user = hub.user();
    IntakeStore unlimited = new IntakeStore(hub.database.pools().users(), RequestRate.of(0));
    List<NewGeneration> many = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      many.add(made(Order.by(user)));
    }

    assertThat(unlimited.accept(many))
        .allSatisfy(outcome -> assertThat(((Acceptance.Accepted) outcome).window()).isEmpty());
  }
}
