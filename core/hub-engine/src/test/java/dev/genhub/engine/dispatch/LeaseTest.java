package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.RouteSql;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that takes long, and the work of nodes that stopped or died. */
class LeaseTest {

  private static HubFixture hub;
  private HeldWork held;
  private ProlongLeases prolong;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void holdNothing() {
    held = new HeldWork(HubFixture.LEASE, hub.clock);
    prolong = new ProlongLeases(held, hub.dispatch);
    hub.database.everything().sql("delete from public.generation_tasks").update();
  }

  /** What the route of that name does once a second, on any node. */
  private static void reclaim() {
    Map<String, Object> times = new ReadLeaseTimes(hub.policy, hub.clock).read();
    for (String file : List.of("requeue-claimed.sql", "lose-submitting.sql")) {
      hub.database.workers().run(jdbc -> jdbc.sql(RouteSql.read(file)).params(times).update());
    }
  }

  private static ClaimedGeneration submitting(boolean repeatable) {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);
    assertThat(hub.dispatch.declare(List.of(Intent.of(work, repeatable)))).containsExactly(true);
    return work;
  }

  private static Instant leaseEnd(UUID id) {
    return ((Timestamp) hub.column(id, "lease_until")).toInstant();
  }

  @Test
  void aCallThatOutlastsItsLeaseManyTimesIsNeverTakenForADeadNodes() {
    ClaimedGeneration work = submitting(false);
    held.take(work);

    for (int i = 0; i < 20; i++) {
      hub.clock.advance(HubFixture.LEASE.dividedBy(3));
      prolong.prolong();
      reclaim();
    }

    assertThat(hub.column(work.id(), "phase")).isEqualTo("submitting");
    assertThat(leaseEnd(work.id())).isEqualTo(hub.clock.instant().plus(HubFixture.LEASE));
  }

  @Test
  void whatWasLetGoIsNotProlonged() {
    ClaimedGeneration work = submitting(false);
    Instant end = leaseEnd(work.id());
    held.take(work);
    held.drop(work);

    hub.clock.advance(HubFixture.LEASE.dividedBy(2));
    prolong.prolong();

    assertThat(leaseEnd(work.id())).isEqualTo(end);
  }

  @Test
  void anEarlierClaimOfTheSameWorkLetsTheLaterOneStand() {
    ClaimedGeneration first = submitting(false);
    held.take(first);
    hub.dispatch.requeue(first, Optional.empty());
    hub.due(first.id());
    ClaimedGeneration second =
        hub.dispatch.claim(Map.of(first.plugin(), 10)).stream().findFirst().orElseThrow();
    held.take(second);
    held.drop(first);

    hub.clock.advance(HubFixture.LEASE.dividedBy(2));

    assertThat(held.toProlong()).containsExactly(second.id());
  }

  @Test
  void workThatNeverComesToAnEndIsGivenUpAtLast() {
    ClaimedGeneration work = submitting(false);
    held.take(work);
    hub.clock.advance(Duration.ofMinutes(31));

    assertThat(held.toProlong()).isEmpty();
  }

  @Test
  void onlyItsOwnNodeProlongsALease() {
    ClaimedGeneration work = submitting(false);
    Instant end = leaseEnd(work.id());
    hub.clock.advance(Duration.ofSeconds(1));

    new DispatchStore(
            hub.database.workers(),
            DispatchPolicy.of("node-2", HubFixture.LEASE, HubFixture.UNKNOWN_TIMEOUT),
            hub.clock)
        .prolong(List.of(work.id()));

    assertThat(leaseEnd(work.id())).isEqualTo(end);
  }

  @Test
  void aDeadNodesUnsentWorkIsAnotherNodesAfterALease() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);

    hub.clock.advance(HubFixture.LEASE.minusSeconds(1));
    reclaim();
    assertThat(hub.column(work.id(), "phase")).isEqualTo("claimed");

    hub.clock.advance(Duration.ofSeconds(2));
    reclaim();
    assertThat(hub.row(work.id()))
        .containsEntry("phase", "queued")
        .containsEntry("lease_owner", null)
        .containsEntry("maybe_taken", false);
  }

  @Test
  void aDeadNodesSubmitIsUnknownAndNeverSentAgain() {
    ClaimedGeneration work = submitting(false);

    hub.clock.advance(HubFixture.LEASE.plusSeconds(1));
    reclaim();

    assertThat(hub.row(work.id())).containsEntry("phase", "unknown");
    assertThat(leaseEnd(work.id())).isEqualTo(hub.clock.instant().plus(HubFixture.UNKNOWN_TIMEOUT));
    assertThat(hub.dispatch.claim(Map.of(work.plugin(), 10))).isEmpty();
  }

  @Test
  void aDeadNodesRepeatableSubmitIsSentAgainUnderTheSameKey() {
    ClaimedGeneration work = submitting(true);

    hub.clock.advance(HubFixture.LEASE.plusSeconds(1));
    reclaim();

    ClaimedGeneration again = hub.dispatch.claim(Map.of(work.plugin(), 10)).get(0);
    assertThat(again.id()).isEqualTo(work.id());
    assertThat(again.maybeTaken()).isTrue();
    assertThat(again.attempts()).isEqualTo(2);
  }

  @Test
  void aRepeatableSubmitThatWasTriedOftenEnoughIsUnknown() {
    ClaimedGeneration work = submitting(true);
    hub.database
        .everything()
        .sql("update public.generation_tasks set attempts = 10 where id = :id")
        .param("id", work.id())
        .update();

    hub.clock.advance(HubFixture.LEASE.plusSeconds(1));
    reclaim();

    assertThat(hub.column(work.id(), "phase")).isEqualTo("unknown");
  }

  @Test
  void aRefusalThatComesLateStillPutsItBackWhereTheNodeIsAlive() {
    ClaimedGeneration work = submitting(false);
    hub.clock.advance(HubFixture.LEASE.plusSeconds(1));
    reclaim();

    assertThat(hub.dispatch.requeue(work, Optional.empty())).isTrue();

    assertThat(hub.column(work.id(), "phase")).isEqualTo("queued");
  }

  @Test
  void anIntentOfAnEarlierClaimIsVoid() {
    ClaimedGeneration first = hub.in(Phase.CLAIMED);
    hub.dispatch.requeue(first, Optional.empty());
    hub.due(first.id());
    hub.dispatch.claim(Map.of(first.plugin(), 10));

    assertThat(hub.dispatch.declare(List.of(Intent.of(first, false)))).containsExactly(false);
  }

  @Test
  void aCleanEndHandsBackWhatWasNotSentAndKeepsItsPlaceAndItsAttempts() {
    ClaimedGeneration unsent = hub.in(Phase.CLAIMED);
    Instant place = hub.nextAttempt(unsent.id());
    ClaimedGeneration sent = submitting(false);

    hub.dispatch.handBack();

    assertThat(hub.row(unsent.id())).containsEntry("phase", "queued").containsEntry("attempts", 0);
    assertThat(hub.nextAttempt(unsent.id())).isEqualTo(place);
    assertThat(hub.column(sent.id(), "phase")).isEqualTo("submitting");
  }
}
