package dev.genhub.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.generation.Acceptance;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DuplicateKeyException;

class LedgerTest {

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

  /** Whatever a test did, the books must be balanced after it. */
  @AfterEach
  void theBooksAreBalanced() {
    assertThat(rows("select * from genhub.unbalanced_generations('-infinity')")).isEmpty();
    assertThat(rows("select * from genhub.unbalanced_months('-infinity')")).isEmpty();
  }

  private List<String> rows(String sql) {
    return hub.database
        .everything()
        .sql("select t::text from (" + sql + ") t")
        .query(String.class)
        .list();
  }

  /** The movements of a generation, as {@code kind from->to usd}. */
  private List<String> movements(UUID generation) {
    return hub.database
        .everything()
        .sql(
            """
            select kind || ' ' || from_account || '->' || to_account || ' ' || trim_scale(usd)
            from genhub.ledger_entries where generation_id = :id order by id
            """)
        .param("id", generation)
        .query(String.class)
        .list();
  }

  private void settle(Settlement... settlements) {
    assertThat(hub.settle.settle(List.of(settlements))).containsOnly(true);
  }

  @Test
  void aGenerationThatIsMadeIsReservedAndThenCharged() {
    UUID id = Ends.sent(hub, Order.by(hub.user()));

    settle(Ends.completed(id));

    assertThat(movements(id))
        .containsExactly("reserve available->reserved 0.04", "charge reserved->spent 0.04");
  }

  @Test
  void aGenerationThatFailsGivesItsReservationBack() {
    UUID id = Ends.sent(hub, Order.by(hub.user()));

    settle(Ends.failed(id));

    assertThat(movements(id))
        .containsExactly("reserve available->reserved 0.04", "release reserved->available 0.04");
  }

  @Test
  void whatACancelledGenerationThatWasNotSentHadReservedIsFreeAgain() {
    UUID id = hub.queued();

    settle(new Settlement.Cancelled(id));

    assertThat(movements(id)).endsWith("release reserved->available 0.04");
  }

  @Test
  void whatTheProviderDidNotTakeOfTheReservationIsFreeAgain() {
    UUID user = hub.user();
    UUID id = Ends.sent(hub, Order.by(user).costs("0.04"));

    settle(Ends.completed(id, "6"));

    assertThat(movements(id))
        .containsExactly(
            "reserve available->reserved 0.04",
            "charge reserved->spent 0.03",
            "remainder reserved->available 0.01");
    assertThat(hub.spending(user).get("spent_usd")).hasToString("0.030000");
  }

  @Test
  void whatTheProviderTookBeyondTheReservationIsCharged() {
    UUID user = hub.user();
    UUID id = Ends.sent(hub, Order.by(user).costs("0.04"));

    settle(Ends.completed(id, "10"));

    assertThat(movements(id))
        .containsExactly(
            "reserve available->reserved 0.04",
            "charge reserved->spent 0.05",
            "overrun available->reserved 0.01");
    assertThat(hub.spending(user).get("spent_usd")).hasToString("0.050000");
  }

  @Test
  void aGenerationOfLastMonthIsSettledInTheMonthThatReservedItsMoney() {
    UUID user = hub.user();
    hub.clock.set(Instant.parse("2026-11-30T23:59:59Z"));
    UUID id = Ends.sent(hub, Order.by(user));
    hub.clock.set(Instant.parse("2026-12-01T00:10:00Z"));
    hub.queued(Order.by(user));

    settle(Ends.failed(id));

    assertThat(
            rows(
                "select period, trim_scale(reserved_usd) from genhub.spending where user_id = '"
                    + user
                    + "' order by period"))
        .containsExactly("(2026-11-01,0)", "(2026-12-01,0.04)");
  }

  @Test
  void oneBatchOnBothSidesOfAMonthsEndIsTwoMonthsMoney() {
    UUID user = hub.user();
    NewGeneration before =
        Order.by(user).made(hub.catalogue, Instant.parse("2026-11-30T23:59:59.999Z"));
    NewGeneration after = Order.by(user).made(hub.catalogue, Instant.parse("2026-12-01T00:00:00Z"));

    assertThat(hub.intake.accept(List.of(after, before)))
        .allMatch(Acceptance.Accepted.class::isInstance);

    assertThat(
            rows(
                "select period, trim_scale(reserved_usd) from genhub.spending where user_id = '"
                    + user
                    + "' order by period"))
        .containsExactly("(2026-11-01,0.04)", "(2026-12-01,0.04)");
  }

  @Test
  void whatNobodyKnowsStaysReservedUntilAnAdminSays() {
    UUID user = hub.user();
    UUID made = hub.queued(Order.by(user));
    UUID neverTaken = hub.queued(Order.by(user));
    for (UUID id : List.of(made, neverTaken)) {
      lose(id);
      settle(new Settlement.OutcomeUnknown(id));
    }
    assertThat(hub.spending(user).get("reserved_usd")).hasToString("0.080000");

    correct(made, "8", "0.04");
    correct(neverTaken, "0", "0");

    assertThat(movements(made)).endsWith("charge reserved->spent 0.04");
    assertThat(movements(neverTaken)).endsWith("release reserved->available 0.04");
    assertThat(hub.spending(user).get("reserved_usd")).hasToString("0.000000");
    assertThat(hub.spending(user).get("spent_usd")).hasToString("0.040000");
  }

  @Test
  void anAdminsCorrectionIsAMovementOfItsOwn() {
    UUID user = hub.user();
    UUID id = Ends.sent(hub, Order.by(user));
    settle(Ends.completed(id));

    correct(id, "5", "0.025");
    correct(id, "5", "0.025");
    correct(id, "6", "0.03");

    assertThat(movements(id))
        .containsExactly(
            "reserve available->reserved 0.04",
            "charge reserved->spent 0.04",
            "refund spent->available 0.015",
            "surcharge available->spent 0.005");
    assertThat(hub.spending(user).get("spent_usd")).hasToString("0.030000");
    assertThat(hub.column(id, "charged_usd")).hasToString("0.030000");
  }

  private void lose(UUID id) {
    hub.database
        .everything()
        .sql("update public.generation_tasks set phase = 'unknown' where id = :id")
        .param("id", id)
        .update();
  }

  private void correct(UUID id, String credits, String usd) {
    Boolean found =
        hub.database
            .workers()
            .run(
                jdbc ->
                    jdbc.sql(
                            """
                            select genhub.correct_charge(
                              :id, cast(:credits as numeric), cast(:usd as numeric), 'seen', now())
                            """)
                        .param("id", id)
                        .param("credits", credits)
                        .param("usd", usd)
                        .query(Boolean.class)
                        .single());
    assertThat(found).isTrue();
  }

  @Test
  void aReservationEndsOnce() {
    UUID user = hub.user();
    UUID id = Ends.sent(hub, Order.by(user));
    settle(Ends.completed(id));

    assertThatThrownBy(
            () ->
                hub.database
                    .workers()
                    .run(
                        jdbc ->
                            jdbc.sql(
                                    """
                                    insert into genhub.ledger_entries
                                      (generation_id, user_id, kind, credits, usd, created_at)
                                    values (:id, :user, 'release', 8, 0.04, now())
                                    """)
                                .param("id", id)
                                .param("user", user)
                                .update()))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update genhub.ledger_entries set usd = 0",
        "delete from genhub.ledger_entries",
        "truncate genhub.ledger_entries"
      })
  void whatIsWrittenStaysAsItIs(String change) {
    UUID user = hub.user();
    hub.queued(Order.by(user));

    assertRefused(() -> hub.database.users().as(user, jdbc -> jdbc.sql(change).update()));
    assertRefused(() -> hub.database.workers().run(jdbc -> jdbc.sql(change).update()));
    assertRefused(() -> hub.database.everything().sql(change).update());
  }

  @ParameterizedTest
  @ValueSource(strings = {"charge", "release", "refund"})
  void aUserCanReserveAndNothingElse(String kind) {
    UUID user = hub.user();

    assertRefused(
        () ->
            hub.database
                .users()
                .as(
                    user,
                    jdbc ->
                        jdbc.sql(
                                """
                                insert into genhub.ledger_entries
                                  (generation_id, user_id, period, kind, credits, usd, created_at)
                                values (gen_random_uuid(), :user, '2026-11-01', :kind, 1, 1, now())
                                """)
                            .param("user", user)
                            .param("kind", kind)
                            .update()));
  }

  @Test
  void theLedgerOutlivesItsUser() {
    UUID user = hub.user();
    UUID id = Ends.sent(hub, Order.by(user));
    settle(Ends.completed(id));

    hub.database
        .everything()
        .sql("delete from public.profiles where id = :id")
        .param("id", user)
        .update();

    assertThat(movements(id)).hasSize(2);
    // the running totals went with the user; the ledger alone remains
    hub.database
        .everything()
        .sql("insert into public.profiles (id) values (:id)")
        .param("id", user)
        .update();
    hub.database
        .everything()
        .sql(
            "insert into genhub.spending (user_id, period, spent_usd) values (:id, '2026-11-01', 0.04)")
        .param("id", user)
        .update();
  }

  private static void assertRefused(Runnable change) {
    assertThatThrownBy(change::run)
        .rootCause()
        .isInstanceOfSatisfying(
            SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
  }
}
