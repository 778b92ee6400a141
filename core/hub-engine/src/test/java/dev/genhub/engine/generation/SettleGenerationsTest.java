package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.Artifact;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SettleGenerationsTest {

  private static final Failure REFUSED =
      Failure.uncharged(FailureKind.CONTENT_REJECTED, "400", "the prompt breaks the rules");
  private static final Failure BROKEN =
      new Failure(FailureKind.PROVIDER_ERROR, "500", "it broke", Optional.empty(), true);

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static boolean settle(Settlement settlement) {
    return hub.settle.settle(List.of(settlement)).get(0);
  }

  private static Settlement completed(UUID id, Artifact... artifacts) {
    return new Settlement.Completed(id, Optional.empty(), List.of(artifacts), Optional.empty());
  }

  private static Settlement charged(UUID id, String credits) {
    return new Settlement.Completed(
        id,
        Optional.empty(),
        List.of(Artifacts.image("1.png")),
        Optional.of(new BigDecimal(credits)));
  }

  private static List<Map<String, Object>> content(UUID generation) {
    return hub.database
        .everything()
        .sql("select * from generated_content where generation_id = :id order by position")
        .param("id", generation)
        .query()
        .listOfRows();
  }

  /** How the reservation ended. */
  private static Map<String, Object> ledgerEntry(UUID generation) {
    return hub.database.row(
        """
        select kind, credits, usd from genhub.ledger_entries
        where generation_id = ? and kind in ('charge', 'release')
        """,
        generation);
  }

  private static void assertMoney(UUID user, String reserved, String spent) {
    Map<String, Object> spending = hub.spending(user);
    assertThat((BigDecimal) spending.get("reserved_usd")).isEqualByComparingTo(reserved);
    assertThat((BigDecimal) spending.get("spent_usd")).isEqualByComparingTo(spent);
  }

  /** Each way to end, by its name. */
  private static final Map<String, Function<UUID, Settlement>> WAYS =
      Map.of(
          "completed", id -> completed(id, Artifacts.image("1.png")),
          "failed", id -> new Settlement.Failed(id, REFUSED),
          "never sent", id -> new Settlement.NeverSent(id, REFUSED),
          "outcome unknown", Settlement.OutcomeUnknown::new,
          "cancelled", Settlement.Cancelled::new);

  @ParameterizedTest
  @CsvSource({
    "completed, submitting unknown following",
    "failed, submitting unknown following",
    "never sent, queued claimed",
    "outcome unknown, unknown",
    "cancelled, queued claimed submitting unknown following"
  })
  void eachWayEndsWhatItCanHaveComeToAndNothingElse(String way, String phases) {
    List<String> endable = List.of(phases.split(" "));
    for (Phase phase : Phase.values()) {
      UUID id = hub.in(phase).id();
      Map<String, Object> before = hub.row(id);

      boolean settled = settle(WAYS.get(way).apply(id));

      assertThat(settled).as(way + " from " + phase).isEqualTo(endable.contains(phase.word()));
      if (settled) {
        assertThat(hub.column(id, "phase")).isEqualTo("settled");
      } else {
        assertThat(hub.row(id)).isEqualTo(before);
      }
    }
  }

  @Test
  void aCompletedGenerationIsDoneAndTellsOfItsFirstResult() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    hub.clock.advance(Duration.ofMinutes(1));

    settle(completed(id, Artifacts.image("1.png"), Artifacts.image("2.png")));

    assertThat(hub.row(id))
        .containsEntry("phase", "settled")
        .containsEntry("status", "completed")
        .containsEntry("progress", 100)
        .containsEntry("result_url", "https://cdn.test/1.png")
        .containsEntry("completed_at", Timestamp.from(hub.clock.instant()))
        .containsEntry("error_code", null)
        .containsEntry("next_attempt_at", null)
        .containsEntry("revision", 2);
  }

  @Test
  void everyResultStandsInTheGalleryInItsOrder() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    settle(
        completed(
            work.id(),
            Artifacts.video("1.mp4", "item-1", "Walk", "720p"),
            Artifacts.image("2.png")));

    List<Map<String, Object>> rows = content(work.id());
    assertThat(rows).hasSize(2);
    assertThat(rows.get(0))
        .containsEntry("user_id", work.userId())
        .containsEntry("prompt", "a cat")
        .containsEntry("provider", FakeProvider.PROVIDER)
        .containsEntry("model", FakeProvider.PAINTER)
        .containsEntry("content_type", "video")
        .containsEntry("video_url", "https://cdn.test/1.mp4")
        .containsEntry("image_url", null)
        .containsEntry("source_url", "https://cdn.test/1.mp4")
        .containsEntry("thumbnail_url", "https://cdn.test/thumb.jpg")
        .containsEntry("item_id", "item-1")
        .containsEntry("title", "Walk")
        .containsEntry("style", "calm")
        .containsEntry("duration", 8)
        .containsEntry("resolution", "720p")
        .containsEntry("has_audio", true)
        .containsEntry("archived", false)
        .containsEntry("next_archive_at", Timestamp.from(hub.clock.instant()));
    assertThat(rows.get(1))
        .containsEntry("image_url", "https://cdn.test/2.png")
        .containsEntry("has_audio", false);
  }

  @Test
  void aCompletedGenerationIsChargedItsQuote() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    assertMoney(work.userId(), "0.04", "0");

    settle(completed(work.id(), Artifacts.image("1.png")));

    assertMoney(work.userId(), "0", "0.04");
    assertThat(ledgerEntry(work.id()))
        .containsEntry("kind", "charge")
        .containsEntry("credits", new BigDecimal("8.0000"))
        .containsEntry("usd", new BigDecimal("0.040000"));
    assertThat(hub.row(work.id()))
        .containsEntry("charged_credits", new BigDecimal("8.0000"))
        .containsEntry("charged_usd", new BigDecimal("0.040000"));
  }

  @Test
  void whatTheProviderSaysItTookIsChargedAtTheRateOfTheQuote() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    settle(charged(work.id(), "6.5"));

    assertMoney(work.userId(), "0", "0.0325");
    assertThat(ledgerEntry(work.id()))
        .containsEntry("credits", new BigDecimal("6.5000"))
        .containsEntry("usd", new BigDecimal("0.032500"));
  }

  @ParameterizedTest
  @CsvSource({"-1", "1e12"})
  void aFigureThatIsNoPriceChargesTheQuote(String credits) {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    assertThat(settle(charged(work.id(), credits))).isTrue();

    assertMoney(work.userId(), "0", "0.04");
  }

  @Test
  void aFreeQuoteStaysFreeWhateverTheProviderCounts() {
    UUID user = hub.user();
    ClaimedGeneration work = hub.following(Order.by(user).costs("0"), "free task");

    settle(charged(work.id(), "3"));

    assertMoney(user, "0", "0");
  }

  @Test
  void anUnchargedFailureFreesTheReservation() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    settle(new Settlement.Failed(work.id(), REFUSED));

    assertMoney(work.userId(), "0", "0");
    assertThat(ledgerEntry(work.id()))
        .containsEntry("kind", "release")
        .containsEntry("usd", new BigDecimal("0.040000"));
    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "content_rejected")
        .containsEntry("error_message", "the prompt breaks the rules")
        .containsEntry("error_retryable", false)
        .containsEntry("error_charged", false)
        .containsEntry("charged_usd", null);
  }

  @Test
  void aChargedFailureIsPaid() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    settle(new Settlement.Failed(work.id(), BROKEN));

    assertMoney(work.userId(), "0", "0.04");
    assertThat(ledgerEntry(work.id())).containsEntry("kind", "charge");
    assertThat(hub.column(work.id(), "error_charged")).isEqualTo(true);
  }

  @Test
  void whileNobodyKnowsTheReservationStays() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);

    settle(new Settlement.OutcomeUnknown(work.id()));

    assertMoney(work.userId(), "0.04", "0");
    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "submission_outcome_unknown")
        .containsEntry("error_charged", false)
        .containsEntry("charged_usd", null);
    assertThat(
            hub.database.value(
                """
                select string_agg(kind, ' ') from genhub.ledger_entries where generation_id = ?
                """,
                work.id()))
        .isEqualTo("reserve");
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"QUEUED", "CLAIMED"})
  void cancellingWhatWasNotSentCostsNothing(Phase phase) {
    ClaimedGeneration work = hub.in(phase);

    settle(new Settlement.Cancelled(work.id()));

    assertMoney(work.userId(), "0", "0");
    assertThat(ledgerEntry(work.id())).containsEntry("kind", "release");
    assertThat(hub.column(work.id(), "status")).isEqualTo("cancelled");
  }

  @ParameterizedTest
  @EnumSource(
      value = Phase.class,
      names = {"SUBMITTING", "UNKNOWN", "FOLLOWING"})
  void cancellingWhatMayHaveBeenSentCostsTheQuote(Phase phase) {
    ClaimedGeneration work = hub.in(phase);

    settle(new Settlement.Cancelled(work.id()));

    assertMoney(work.userId(), "0", "0.04");
    assertThat(hub.column(work.id(), "charged_usd")).isEqualTo(new BigDecimal("0.040000"));
  }

  @Test
  void progressIsFullOnlyWhenCompleted() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    hub.database
        .everything()
        .sql("update generation_tasks set progress = 100 where id = :id")
        .param("id", work.id())
        .update();

    settle(new Settlement.Failed(work.id(), REFUSED));

    assertThat(hub.column(work.id(), "progress")).isEqualTo(99);
  }

  @Test
  void ofManySettlementsAtOnceOneCounts() throws Exception {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      calls.add(() -> settle(completed(work.id(), Artifacts.image("1.png"))));
      calls.add(() -> settle(new Settlement.Failed(work.id(), BROKEN)));
      calls.add(() -> settle(new Settlement.Cancelled(work.id())));
    }

    assertThat(AtOnce.call(calls)).containsOnlyOnce(true);

    assertMoney(work.userId(), "0", "0.04");
    assertThat(ledgerEntry(work.id())).containsEntry("kind", "charge");
    assertThat(hub.column(work.id(), "revision")).isEqualTo(2);
  }

  @Test
  void ofTwoSettlementsInOneBatchTheFirstCounts() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    List<Boolean> settled =
        hub.settle.settle(
            List.of(
                new Settlement.Failed(work.id(), REFUSED),
                completed(work.id(), Artifacts.image("1.png"))));

    assertThat(settled).containsExactly(true, false);
    assertThat(content(work.id())).isEmpty();
  }

  @Test
  void aBatchIsAnsweredInItsOwnOrder() {
    UUID first = hub.in(Phase.FOLLOWING).id();
    UUID settledAlready = hub.in(Phase.SETTLED).id();
    UUID last = hub.in(Phase.FOLLOWING).id();

    assertThat(
            hub.settle.settle(
                List.of(
                    new Settlement.Failed(last, REFUSED),
                    new Settlement.Failed(settledAlready, REFUSED),
                    new Settlement.Failed(first, REFUSED))))
        .containsExactly(true, false, true);
  }

  @Test
  void batchesOfTheSameUsersNeverWaitForEachOtherInACircle() throws Exception {
    UUID alice = hub.user();
    UUID bob = hub.user();
    for (int round = 0; round < 10; round++) {
      // in the order of their ids: one batch comes to Alice's money first, the other to Bob's
      List<UUID> ids = new ArrayList<>();
      for (UUID user : List.of(alice, bob, bob, alice)) {
        ids.add(hub.following(Order.by(user), "task " + round + " " + ids.size()).id());
      }
      List<Callable<List<Boolean>>> batches = new ArrayList<>();
      for (List<UUID> pair : List.of(ids.subList(0, 2), ids.subList(2, 4))) {
        batches.add(
            () ->
                hub.settle.settle(
                    pair.stream()
                        .<Settlement>map(id -> new Settlement.Failed(id, BROKEN))
                        .toList()));
      }

      assertThat(AtOnce.call(batches)).containsOnly(List.of(true, true));
    }
    assertMoney(alice, "0", "0.80");
    assertMoney(bob, "0", "0.80");
  }
}
