package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.limit.RequestRate;
import dev.genhub.engine.limit.RequestWindow;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests of several users in one batch: each is answered as if it had come alone. */
class IntakeBatchTest {

  private static final Instant NOON = Instant.parse("2026-11-15T12:00:00Z");
  private static final int PER_MINUTE = 3;

  private static HubFixture hub;
  private static IntakeStore limited;

  private UUID alice;
  private UUID bob;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    limited = new IntakeStore(hub.database.pools().users(), RequestRate.of(PER_MINUTE));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void twoUsers() {
    hub.clock.set(NOON);
    alice = hub.user();
    bob = hub.user();
  }

  private static NewGeneration made(Order order) {
    return order.made(hub.catalogue, hub.clock.instant());
  }

  private static List<Acceptance> accept(Order... orders) {
    return hub.intake.accept(Stream.of(orders).map(IntakeBatchTest::made).toList());
  }

  private static List<String> kinds(List<Acceptance> outcomes) {
    return outcomes.stream().map(outcome -> outcome.getClass().getSimpleName()).toList();
  }

  private static UUID idOf(Acceptance accepted) {
    return ((Acceptance.Accepted) accepted).generation().id();
  }

  private static BigDecimal reserved(UUID user) {
    return (BigDecimal) hub.spending(user).get("reserved_usd");
  }

  private static Object value(String sql, Object... parameters) {
    return hub.database.value(sql, parameters);
  }

  private static void assertBalanced() {
    assertThat(value("select count(*) from genhub.unbalanced_months('-infinity')")).isEqualTo(0L);
  }

  @Test
  void everyRowIsStoredAndBelongsToItsUser() {
    List<Acceptance> outcomes =
        accept(
            Order.by(alice).prompt("a").costs("0.10").parameters("{\"strength\": 0.7}"),
            Order.by(bob).prompt("b").costs("0.20").metadata("{\"order\": \"17\"}"),
            Order.by(alice).prompt("c").costs("0.30"));

    assertThat(kinds(outcomes)).containsOnly("Accepted");
    assertThat(hub.row(idOf(outcomes.get(0))))
        .containsEntry("user_id", alice)
        .containsEntry("prompt", "a")
        .containsEntry("phase", "queued")
        .containsEntry("status", "pending");
    assertThat(hub.column(idOf(outcomes.get(0)), "parameters")).hasToString("{\"strength\": 0.7}");
    assertThat(hub.row(idOf(outcomes.get(1))))
        .containsEntry("user_id", bob)
        .containsEntry("prompt", "b");
    assertThat(hub.column(idOf(outcomes.get(1)), "metadata")).hasToString("{\"order\": \"17\"}");
    assertThat(hub.row(idOf(outcomes.get(2))))
        .containsEntry("user_id", alice)
        .containsEntry("prompt", "c");
  }

  @Test
  void whatIsReservedIsBookedAndCounted() {
    accept(
        Order.by(alice).costs("0.0000005"),
        Order.by(bob).costs("0.20"),
        Order.by(alice).costs("0.0000005"));

    assertThat(reserved(alice)).isEqualByComparingTo("0.000002");
    assertThat(reserved(bob)).isEqualByComparingTo("0.20");
    assertThat(
            value(
                "select count(*) from genhub.ledger_entries where user_id = ? and kind = 'reserve'",
                alice))
        .isEqualTo(2L);
    assertThat(value("select generations from genhub.usage_by_day where user_id = ?", alice))
        .isEqualTo(2);
    assertBalanced();
  }

  @Test
  void aUserWithoutRoomDoesNotHoldTheOthersUp() {
    List<Acceptance> outcomes =
        accept(
            Order.by(alice).costs("0.08").usualLimit("0.10"),
            Order.by(bob).costs("0.04").usualLimit("0.10"),
            Order.by(alice).costs("0.08").usualLimit("0.10"),
            Order.by(alice).costs("0.02").usualLimit("0.10"));

    assertThat(kinds(outcomes)).containsExactly("Accepted", "Accepted", "OverLimit", "Accepted");
    assertThat(reserved(alice)).isEqualByComparingTo("0.10");
    assertThat(reserved(bob)).isEqualByComparingTo("0.04");
    assertBalanced();
  }

  @Test
  void theLastOfTheLimitIsGivenAway() {
    assertThat(
            kinds(
                accept(
                    Order.by(alice).costs("0.10").usualLimit("0.10"),
                    Order.by(bob).costs("0.11").usualLimit("0.10"))))
        .containsExactly("Accepted", "OverLimit");
  }

  @Test
  void keysAreStoredAndRepeatedPostsAreReplayed() {
    List<Acceptance> first =
        accept(
            Order.by(alice).idempotencyKey("once", "f"), Order.by(bob).idempotencyKey("once", "g"));

    List<Acceptance> again =
        accept(
            Order.by(alice).idempotencyKey("once", "f"),
            Order.by(bob).idempotencyKey("once", "another body"),
            Order.by(hub.user()).idempotencyKey("once", "h"),
            Order.by(bob));

    assertThat(kinds(again)).containsExactly("Replayed", "KeyReused", "Accepted", "Accepted");
    assertThat(again.get(0)).isEqualTo(new Acceptance.Replayed(idOf(first.get(0))));
    assertThat(reserved(alice)).isEqualByComparingTo("0.04");
    assertThat(reserved(bob)).isEqualByComparingTo("0.08");
  }

  @Test
  void aPostThatIsRepeatedWithinTheBatchIsAcceptedOnce() {
    assertThat(
            kinds(
                accept(
                    Order.by(alice).idempotencyKey("twice", "f"),
                    Order.by(bob).idempotencyKey("twice", "f"),
                    Order.by(alice).idempotencyKey("twice", "f"))))
        .containsExactly("Accepted", "Accepted", "Replayed");
  }

  @Test
  void everyAnswerSaysWhatIsLeftOfItsUsersMinute() {
    List<Acceptance> outcomes =
        limited.accept(
            List.of(
                made(Order.by(alice)),
                made(Order.by(bob)),
                made(Order.by(alice)),
                made(Order.by(alice))));

    assertThat(outcomes)
        .extracting(outcome -> ((Acceptance.Accepted) outcome).window())
        .containsExactly(left(2), left(2), left(1), left(0));
  }

  private static Optional<RequestWindow> left(int requests) {
    return Optional.of(new RequestWindow(PER_MINUTE, requests, NOON.plusSeconds(60)));
  }

  @Test
  void whoHasUsedTheMinuteUpWaitsForTheNextOne() {
    List<NewGeneration> batch = new ArrayList<>();
    for (int i = 0; i <= PER_MINUTE; i++) {
      batch.add(made(Order.by(alice)));
    }
    batch.add(made(Order.by(bob)));

    assertThat(kinds(limited.accept(batch)))
        .containsExactly("Accepted", "Accepted", "Accepted", "RateLimited", "Accepted");

    hub.clock.advance(Duration.ofSeconds(60));
    List<Acceptance> later = limited.accept(List.of(made(Order.by(alice)), made(Order.by(bob))));
    assertThat(later)
        .extracting(outcome -> ((Acceptance.Accepted) outcome).window())
        .containsOnly(Optional.of(new RequestWindow(PER_MINUTE, 2, NOON.plusSeconds(120))));
  }

  @Test
  void whoPassesTheThresholdIsToldAndNobodyElse() {
    accept(
        Order.by(alice).costs("0.80").usualLimit("1.00"),
        Order.by(bob).costs("0.60").usualLimit("1.00"));
    accept(
        Order.by(alice).costs("0.10").usualLimit("1.00"),
        Order.by(bob).costs("0.10").usualLimit("1.00"));

    String told = "select count(*) from genhub.outbox where user_id = ?";
    assertThat(value(told, alice)).isEqualTo(1L);
    assertThat(value(told, bob)).isEqualTo(0L);
    assertThat(reserved(alice)).isEqualByComparingTo("0.90");
    assertBalanced();
  }

  @Test
  void theEndOfAMonthInABatchIsTwoMonthsMoney() {
    NewGeneration november = made(Order.by(alice));
    hub.clock.set(Instant.parse("2026-12-01T00:00:00Z"));
    NewGeneration december = made(Order.by(alice));

    assertThat(kinds(hub.intake.accept(List.of(november, december, made(Order.by(bob))))))
        .containsOnly("Accepted");

    assertThat(value("select count(*) from genhub.spending where user_id = ?", alice))
        .isEqualTo(2L);
    assertBalanced();
  }

  @Test
  void batchesOfTheSameUsersInAnyOrderDoNotWaitInACircle() throws Exception {
    List<UUID> users = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      users.add(hub.user());
    }
    List<Callable<Integer>> nodes = new ArrayList<>();
    for (int node = 0; node < 6; node++) {
      nodes.add(
          () -> {
            IntakeStore store =
                new IntakeStore(hub.database.pools().users(), RequestRate.of(1_000));
            int accepted = 0;
            for (int round = 0; round < 20; round++) {
              List<UUID> order = new ArrayList<>(users);
              Collections.shuffle(order);
              // some of one user, some of several
              List<UUID> some = order.subList(0, 1 + round % users.size());
              accepted += store.accept(some.stream().map(u -> made(Order.by(u))).toList()).size();
            }
            return accepted;
          });
    }

    int accepted = AtOnce.call(nodes).stream().mapToInt(Integer::intValue).sum();

    String mine = "select count(*) from generation_tasks where user_id = any (?)";
    assertThat(value(mine, (Object) users.toArray(UUID[]::new))).isEqualTo((long) accepted);
    assertBalanced();
  }

  @Test
  void afterABatchTheConnectionSeesNobodysRows() {
    accept(Order.by(alice), Order.by(bob));

    JdbcClient withoutClaims = JdbcClient.create(hub.database.pools().users());
    for (String table : Arrays.asList("genhub.spending", "public.generation_tasks")) {
      assertThat(withoutClaims.sql("select count(*) from " + table).query(Long.class).single())
          .isZero();
    }
  }

  @Test
  void aBatchReachesTheRowsOfItsOwnUsersOnly() {
    UUID carol = hub.user();
    hub.queued(Order.by(carol));

    assertThatThrownBy(
            () ->
                inBatchOf(
                    alice,
                    "insert into genhub.spending (user_id, period) values (:user, '2026-12-01')",
                    carol))
        .isInstanceOf(DataAccessException.class)
        .rootCause()
        .hasMessageContaining("row-level security");
    inBatchOf(alice, "update genhub.spending set reserved_usd = 99 where user_id = :user", carol);
    assertThat(reserved(carol)).isEqualByComparingTo("0.04");
  }

  private static void inBatchOf(UUID member, String statement, UUID user) {
    new TransactionTemplate(new DataSourceTransactionManager(hub.database.pools().users()))
        .executeWithoutResult(
            status -> {
              JdbcClient jdbc = JdbcClient.create(hub.database.pools().users());
              jdbc.sql("select set_config('genhub.batch_users', :users, true)")
                  .param("users", "{" + member + "}")
                  .query(String.class)
                  .single();
              jdbc.sql(statement).param("user", user).update();
            });
  }
}
