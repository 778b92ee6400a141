package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Keys;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Problems;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AcceptGenerationTest {

  private static HubFixture hub;
  private static Keys keys;
  private static BatchWriter<NewGeneration, Acceptance> intake;
  private static PlanGeneration plan;
  private static AcceptGeneration accept;

  private UUID user;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    keys = new Keys(hub.database, hub.clock);
    intake = new BatchWriter<>("intake", 2, 50, 1_000, hub.intake::accept);
    plan =
        new PlanGeneration(
            hub.catalogue,
            new ParentReads(hub.database.users()),
            new DefaultModels(hub.database.users()),
            hub.clock);
    accept =
        new AcceptGeneration(
            keys.choose, intake, hub.reads, Optional.of(new BigDecimal("0.10")), hub.clock);
  }

  @AfterAll
  static void close() {
    intake.close();
    hub.close();
  }

  @BeforeEach
  void newUserWithAKey() {
    user = hub.user();
    keys.store.create(user, "fake", "mine", "sk-0000-1111");
  }

  private static ApiResponse accepted(Order order) {
    return accept.accept(new QuoteCost().quote(plan.plan(order.read()))).join();
  }

  @Test
  void anAcceptedGenerationIsShownAsItIsReadLater() {
    ApiResponse response =
        accepted(
            Order.by(user)
                .parameters("{\"stylization\": 5}")
                .metadata("{\"order\": \"17\"}")
                .webhookUrl("https://app.test/hook"));

    GenerationView view = (GenerationView) response.body();
    assertThat(response.status()).isEqualTo(202);
    assertThat(response.headers())
        .containsEntry("Location", "/v1/generations/" + view.id())
        .doesNotContainKey("Idempotency-Replayed");
    assertThat(view.status()).isEqualTo("pending");
    GenerationView later = hub.reads.find(user, view.id()).orElseThrow();
    assertThat(view)
        .usingRecursiveComparison()
        .ignoringFields("queuedAhead")
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(later);
    assertThat(view.keyId()).isEqualTo(keys.store.list(user).get(0).id());
  }

  @Test
  void theSameRequestAgainIsAnsweredWithTheSameGenerationAsItIsNow() {
    Order order = Order.by(user).idempotencyKey("key", "f");
    UUID id = ((GenerationView) accepted(order).body()).id();
    hub.settle.settle(List.of(new Settlement.Cancelled(id)));

    ApiResponse replayed = accepted(order);

    assertThat(replayed.status()).isEqualTo(202);
    assertThat(replayed.headers()).containsEntry("Idempotency-Replayed", "true");
    assertThat(((GenerationView) replayed.body()).id()).isEqualTo(id);
    assertThat(((GenerationView) replayed.body()).status()).isEqualTo("cancelled");
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    accepted(Order.by(user).idempotencyKey("key", "f"));

    Problems.of(
        ErrorCode.IDEMPOTENCY_KEY_REUSED,
        () -> accepted(Order.by(user).idempotencyKey("key", "g")));
  }

  @Test
  void aSpentLimitIsToldAsSuch() {
    accepted(Order.by(user));
    accepted(Order.by(user));

    Problems.of(ErrorCode.SPENDING_LIMIT_EXCEEDED, () -> accepted(Order.by(user)));
  }

  @Test
  void withoutAKeyNothingIsAccepted() {
    UUID keyless = hub.user();

    Problems.of(ErrorCode.PROVIDER_KEY_REQUIRED, () -> accepted(Order.by(keyless)));
  }
}
