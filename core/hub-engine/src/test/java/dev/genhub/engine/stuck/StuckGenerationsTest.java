package dev.genhub.engine.stuck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.polling.FollowStore;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Problems;
import dev.genhub.engine.testing.Requests;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is listed as stuck, and from when on. */
class StuckGenerationsTest {

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
  void nothingIsStuck() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
  }

  private static StuckReads reads(Catalogue catalogue) {
    return new StuckReads(hub.database.workers(), catalogue, hub.clock);
  }

  @SuppressWarnings("unchecked")
  private static List<StuckGeneration> listed(Catalogue catalogue) {
    Object page =
        new ListStuckGenerations(reads(catalogue))
            .list(Requests.any().query("state", "stuck").build())
            .body();
    return (List<StuckGeneration>) ((Map<String, Object>) page).get("data");
  }

  private static String reason(UUID id) {
    return listed(hub.catalogue).stream()
        .filter(stuck -> stuck.id().equals(id))
        .map(StuckGeneration::reason)
        .findFirst()
        .orElse("none");
  }

  @Test
  void nothingThatGoesOnByItselfIsListed() {
    for (Phase phase : Phase.values()) {
      if (phase != Phase.UNKNOWN) {
        hub.in(phase);
      }
    }

    assertThat(listed(hub.catalogue)).isEmpty();
    assertThat(reads(hub.catalogue).count().values()).containsOnly(0L);
  }

  @Test
  void whatNobodyKnowsIsListedUntilItsMoneyHasMoved() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    assertThat(reason(work.id())).isEqualTo("outcome_unknown");

    hub.settle.settle(List.of(new Settlement.OutcomeUnknown(work.id())));

    assertThat(listed(hub.catalogue))
        .singleElement()
        .satisfies(
            stuck -> {
              assertThat(stuck.reason()).isEqualTo("outcome_unknown");
              assertThat(stuck.status()).isEqualTo("failed");
              assertThat(stuck.userId()).isEqualTo(work.userId());
              assertThat(stuck.keyId()).isEqualTo(work.keyId());
              assertThat(stuck.reservedUsd()).isEqualByComparingTo("0.04");
            });
    assertThat(reads(hub.catalogue).count()).containsEntry(StuckReason.OUTCOME_UNKNOWN, 1L);
  }

  @Test
  void aSubmitWhoseLeaseNobodyReclaimsIsListed() {
    UUID id = hub.in(Phase.SUBMITTING).id();
    hub.clock.advance(HubFixture.LEASE.plusSeconds(29));
    assertThat(reason(id)).isEqualTo("none");

    hub.clock.advance(Duration.ofSeconds(2));

    assertThat(reason(id)).isEqualTo("lease_lapsed");
  }

  @Test
  void aTaskOfWhichNothingIsHeardIsListed() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    FollowStore follow = new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    hub.clock.advance(Duration.ofMinutes(9));
    look(follow, work.id(), FollowStore.Answer.STATUS);
    hub.clock.advance(Duration.ofMinutes(9));
    look(follow, work.id(), FollowStore.Answer.NOTHING);
    assertThat(reason(work.id())).as("nine minutes after the last word").isEqualTo("none");

    hub.clock.advance(Duration.ofMinutes(2));

    assertThat(reason(work.id())).isEqualTo("no_answer");
  }

  private static void look(FollowStore follow, UUID id, FollowStore.Answer answer) {
    follow.record(
        List.of(new FollowStore.Look(id, hub.clock.instant().plusSeconds(60), 0, answer)));
  }

  @Test
  void whatCouldHaveBeenSentForLongIsListedButNotWhatWaitsForItsNextAttempt() {
    ClaimedGeneration refused = hub.in(Phase.SUBMITTING);
    UUID due = hub.queued();
    hub.dispatch.requeue(refused, Optional.of(Duration.ofMinutes(50)));
    hub.clock.advance(Duration.ofMinutes(16));

    assertThat(reason(due)).isEqualTo("waiting_long");
    assertThat(reason(refused.id())).isEqualTo("none");
  }

  @Test
  void theWorkOfAPluginThatIsNotThereIsListedAtOnce() {
    UUID followed = hub.in(Phase.FOLLOWING).id();
    UUID queued = hub.queued();

    assertThat(listed(new Catalogue(List.of())))
        .filteredOn(stuck -> stuck.id().equals(queued) || stuck.id().equals(followed))
        .hasSize(2)
        .extracting(StuckGeneration::reason)
        .containsOnly("no_plugin");
  }

  @Test
  void onlyWhatIsStuckCanBeListed() {
    ListStuckGenerations list = new ListStuckGenerations(reads(hub.catalogue));

    assertThat(
            Problems.of(
                ErrorCode.VALIDATION_FAILED,
                () -> list.list(Requests.any().query("state", "lost").build())))
        .hasMessageContaining("'lost'");
  }
}
