package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class IntakeStoreTest {

  private static final Instant MID_MONTH = Instant.parse("2026-11-15T12:00:00Z");

  private static final String PROMPTS = "select prompt from generation_tasks order by prompt";

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @AfterEach
  void resetClock() {
    hub.clock.set(MID_MONTH);
  }

  private static NewGeneration made(Order order) {
    return order.made(hub.catalogue, hub.clock.instant());
  }

  private static Acceptance accept(Order order) {
    return hub.intake.accept(List.of(made(order))).get(0);
  }

  private static BigDecimal reserved(UUID user) {
    return (BigDecimal) hub.spending(user).get("reserved_usd");
  }

  private static void limit(UUID user, String monthly, String cap) {
    hub.database
        .everything()
        .sql(
            """
            insert into genhub.spending_limits (user_id, monthly_limit_usd, cap_usd)
            values (:user, cast(:monthly as numeric), cast(:cap as numeric))
            on conflict (user_id) do update
            set monthly_limit_usd = excluded.monthly_limit_usd, cap_usd = excluded.cap_usd
            """)
        .param("user", user)
        .param("monthly", monthly)
        .param("cap", cap)
        .update();
  }

  @Test
  void whatWasOrderedIsStored() {
    UUID user = hub.user();
    UUID parent = UUID.randomUUID();
    UUID key = UUID.randomUUID();
    UUID version = UUID.randomUUID();

    UUID id =
        hub.queued(
            Order.by(user)
                .prompt("a cat, „wörtlich“ 🐈")
                .parameters("{\"aspectRatio\": \"16:9\", \"strength\": 0.7}")
                .taskType("upscale_image")
                .parent(parent)
                .key(key, version)
                .webhookUrl("https://app.test/hook")
                .metadata("{\"order\": \"17\"}"));

    assertThat(hub.row(id))
        .containsEntry("user_id", user)
        .containsEntry("provider", FakeProvider.PROVIDER)
        .containsEntry("plugin", FakeProvider.PLUGIN)
        .containsEntry("model", FakeProvider.PAINTER)
        .containsEntry("content_type", "image")
        .containsEntry("task_type", "upscale_image")
        .containsEntry("prompt", "a cat, „wörtlich“ 🐈")
        .containsEntry("parent_id", parent)
        .containsEntry("key_id", key)
        .containsEntry("key_version_id", version)
        .containsEntry("webhook_url", "https://app.test/hook")
        .containsEntry("phase", "queued")
        .containsEntry("status", "pending")
        .containsEntry("progress", 0)
        .containsEntry("estimated_time", 45)
        .containsEntry("task_id", null);
    assertThat(hub.column(id, "metadata")).hasToString("{\"order\": \"17\"}");
    assertThat(hub.column(id, "parameters"))
        .hasToString("{\"strength\": 0.7, \"aspectRatio\": \"16:9\"}");
    assertThat(hub.column(id, "quote_usd")).isEqualTo(new BigDecimal("0.040000"));
    assertThat(hub.column(id, "quote_credits")).isEqualTo(new BigDecimal("8.0000"));
    assertThat(hub.column(id, "period")).hasToString("2026-11-01");
    assertThat(hub.column(id, "next_attempt_at")).isEqualTo(hub.column(id, "created_at"));
  }

  @Test
  void repeatedPostsOfOneRequestMakeOneGenerationHoweverManyComeAtOnce() throws Exception {
    UUID user = hub.user();
    List<Acceptance> outcomes;
    try (BatchWriter<NewGeneration, Acceptance> intake =
        new BatchWriter<>("intake", 4, 20, 1_000, hub.intake::accept)) {
      outcomes =
          AtOnce.call(
              50, () -> intake.write(made(Order.by(user).idempotencyKey("once", "f"))).join());
    }

    assertThat(outcomes).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(1);
    UUID id =
        outcomes.stream()
            .filter(Acceptance.Accepted.class::isInstance)
            .map(outcome -> ((Acceptance.Accepted) outcome).generation().id())
            .findFirst()
            .orElseThrow();
    assertThat(outcomes)
        .filteredOn(Acceptance.Replayed.class::isInstance)
        .hasSize(49)
        .containsOnly(new Acceptance.Replayed(id));
    assertThat(hub.database.value("select count(*) from generation_tasks where user_id = ?", user))
        .isEqualTo(1L);
    assertThat(reserved(user)).isEqualByComparingTo("0.04");
  }

  @Test
  void aRequestRepeatedWithinOneBatchIsAcceptedOnce() {
    UUID user = hub.user();

    List<Acceptance> outcomes =
        hub.intake.accept(
            List.of(
                made(Order.by(user).idempotencyKey("twice", "f")),
                made(Order.by(user).idempotencyKey("twice", "f")),
                made(Order.by(user).idempotencyKey("twice", "g"))));

    assertThat(outcomes.get(0)).isInstanceOf(Acceptance.Accepted.class);
    assertThat(outcomes.get(1)).isInstanceOf(Acceptance.Replayed.class);
    assertThat(outcomes.get(2)).isInstanceOf(Acceptance.KeyReused.class);
  }

  @Test
  void aKeyThatCameWithAnotherBodyIsRefused() {
    UUID user = hub.user();
    accept(Order.by(user).idempotencyKey("key", "one body"));

    assertThat(accept(Order.by(user).idempotencyKey("key", "another body")))
        .isInstanceOf(Acceptance.KeyReused.class);
    assertThat(reserved(user)).isEqualByComparingTo("0.04");
  }

  @Test
  void keysOfTwoUsersHaveNothingToDoWithEachOther() {
    accept(Order.by(hub.user()).idempotencyKey("the same", "f"));

    assertThat(accept(Order.by(hub.user()).idempotencyKey("the same", "g")))
        .isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void aRefusedRequestDoesNotUseItsKeyUp() {
    UUID user = hub.user();
    limit(user, "0.01", null);
    Order order = Order.by(user).idempotencyKey("again", "f");

    assertThat(accept(order)).isInstanceOf(Acceptance.OverLimit.class);
    limit(user, "1.00", null);
    assertThat(accept(order)).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void theLimitIsNeverPassedHoweverManyNodesAcceptAtOnce() throws Exception {
    UUID user = hub.user();
    limit(user, "1.00", null);
    List<Callable<List<Acceptance>>> nodes = new ArrayList<>();
    for (int node = 0; node < 8; node++) {
      IntakeStore store = new IntakeStore(hub.database.pools().users());
      nodes.add(
          () -> {
            List<Acceptance> outcomes = new ArrayList<>();
            for (int batch = 0; batch < 3; batch++) {
              outcomes.addAll(
                  store.accept(
                      List.of(made(Order.by(user)), made(Order.by(user)), made(Order.by(user)))));
            }
            return outcomes;
          });
    }

    List<Acceptance> outcomes = AtOnce.call(nodes).stream().flatMap(List::stream).toList();

    assertThat(outcomes).hasSize(72);
    assertThat(outcomes).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(25);
    assertThat(outcomes).filteredOn(Acceptance.OverLimit.class::isInstance).hasSize(47);
    assertThat(reserved(user)).isEqualByComparingTo("1.00");
  }

  @Test
  void theUsualLimitHoldsForAUserWhoHasNoneOfTheirOwn() {
    UUID user = hub.user();

    assertThat(accept(Order.by(user).usualLimit("0.05"))).isInstanceOf(Acceptance.Accepted.class);
    assertThat(accept(Order.by(user).usualLimit("0.05"))).isInstanceOf(Acceptance.OverLimit.class);
  }

  @Test
  void aUsersOwnLimitStandsInPlaceOfTheUsualOne() {
    UUID user = hub.user();
    limit(user, "0.10", null);

    assertThat(accept(Order.by(user).usualLimit("0.01"))).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void anAdminsCapIsTheCeilingOfEveryLimit() {
    UUID withOwn = hub.user();
    limit(withOwn, "100", "0.05");
    UUID withoutOwn = hub.user();
    limit(withoutOwn, null, "0.05");

    for (UUID user : List.of(withOwn, withoutOwn)) {
      assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.Accepted.class);
      assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.OverLimit.class);
    }
  }

  @Test
  void anOrderThatIsTooDearLeavesRoomForTheNextOneInTheBatch() {
    UUID user = hub.user();
    limit(user, "0.10", null);

    List<Acceptance> outcomes =
        hub.intake.accept(
            List.of(
                made(Order.by(user).costs("0.08")),
                made(Order.by(user).costs("0.08")),
                made(Order.by(user).costs("0.02"))));

    assertThat(outcomes)
        .extracting(outcome -> outcome.getClass().getSimpleName())
        .containsExactly("Accepted", "OverLimit", "Accepted");
    assertThat(reserved(user)).isEqualByComparingTo("0.10");
  }

  @Test
  void whatIsReservedIsTheSumOfWhatTheRowsSay() {
    UUID user = hub.user();
    List<Acceptance> outcomes =
        hub.intake.accept(
            List.of(
                made(Order.by(user).costs("0.0000005")), made(Order.by(user).costs("0.0000005"))));

    assertThat(reserved(user)).isEqualByComparingTo("0.000002");
    List<Settlement> cancelled = new ArrayList<>();
    for (Acceptance outcome : outcomes) {
      cancelled.add(new Settlement.Cancelled(((Acceptance.Accepted) outcome).generation().id()));
    }
    assertThat(hub.settle.settle(cancelled)).containsOnly(true);
    assertThat(reserved(user)).isEqualByComparingTo("0");
  }

  @Test
  void aNewMonthStartsWithTheWholeLimit() {
    UUID user = hub.user();
    limit(user, "0.04", null);
    hub.clock.set(Instant.parse("2026-11-30T23:59:59.999Z"));
    assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.Accepted.class);
    assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.OverLimit.class);

    hub.clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    assertThat(accept(Order.by(user))).isInstanceOf(Acceptance.Accepted.class);
  }

  @Test
  void aBatchOfManyUsersGivesEachTheirOwn() {
    UUID alice = hub.user();
    UUID bob = hub.user();
    limit(bob, "0.01", null);

    List<Acceptance> outcomes =
        hub.intake.accept(
            List.of(
                made(Order.by(alice).prompt("first")),
                made(Order.by(bob)),
                made(Order.by(alice).prompt("second").costs("0.50"))));

    assertThat(outcomes)
        .extracting(outcome -> outcome.getClass().getSimpleName())
        .containsExactly("Accepted", "OverLimit", "Accepted");
    List<String> prompts =
        hub.database.users().as(alice, jdbc -> jdbc.sql(PROMPTS).query(String.class).list());
    assertThat(prompts).containsExactly("first", "second");
    assertThat(reserved(alice)).isEqualByComparingTo("0.54");
    assertThat(reserved(bob)).isEqualByComparingTo("0");
  }

  @Test
  void anEntryThatTheDatabaseRefusesDoesNotTakeItsNeighboursDown() throws Exception {
    UUID user = hub.user();
    UUID nobody = UUID.randomUUID();
    List<Callable<Acceptance>> posts = new ArrayList<>();
    try (BatchWriter<NewGeneration, Acceptance> intake =
        new BatchWriter<>("intake", 1, 50, 1_000, hub.intake::accept)) {
      for (int i = 0; i < 20; i++) {
        posts.add(() -> intake.write(made(Order.by(user))).join());
      }
      Callable<Acceptance> broken =
          () -> {
            assertThatThrownBy(() -> intake.write(made(Order.by(nobody))).join())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(DataIntegrityViolationException.class);
            return new Acceptance.OverLimit();
          };
      posts.add(10, broken);

      assertThat(AtOnce.call(posts)).filteredOn(Acceptance.Accepted.class::isInstance).hasSize(20);
    }
    assertThat(reserved(user)).isEqualByComparingTo("0.80");
  }
}
