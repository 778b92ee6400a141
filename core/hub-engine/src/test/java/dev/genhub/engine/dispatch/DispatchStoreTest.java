package dev.genhub.engine.dispatch;

import static java.time.temporal.ChronoUnit.MILLIS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DispatchStoreTest {

  private static final Map<String, Integer> ROOM = Map.of(FakeProvider.PLUGIN, 1_000);

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static DispatchStore node(String name) {
    return new DispatchStore(
        hub.database.workers(),
        DispatchPolicy.of(name, HubFixture.LEASE, HubFixture.UNKNOWN_TIMEOUT),
        hub.clock);
  }

  private static Instant at(UUID id, String column) {
    return ((Timestamp) hub.column(id, column)).toInstant();
  }

  private static String phase(UUID id) {
    return (String) hub.column(id, "phase");
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyWhatIsQueuedIsClaimed(Phase phase) {
    UUID id = hub.in(phase).id();

    boolean claimed =
        hub.dispatch.claim(ROOM).stream().map(ClaimedGeneration::id).anyMatch(id::equals);

    assertThat(claimed).isEqualTo(phase == Phase.QUEUED);
    assertThat(phase(id)).isEqualTo(phase == Phase.QUEUED ? "claimed" : phase.word());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyWhatIsClaimedMayBeSent(Phase phase) {
    UUID id = hub.in(phase).id();

    assertThat(hub.dispatch.intend(List.of(id))).containsExactly(phase == Phase.CLAIMED);
    assertThat(phase(id)).isEqualTo(phase == Phase.CLAIMED ? "submitting" : phase.word());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyWhatMayHaveBeenSentIsFollowed(Phase phase) {
    UUID id = hub.in(phase).id();
    boolean sent = phase == Phase.SUBMITTING || phase == Phase.UNKNOWN;

    assertThat(hub.dispatch.follow(id, "a task for " + id, Duration.ZERO)).isEqualTo(sent);
    assertThat(phase(id)).isEqualTo(sent ? "following" : phase.word());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyWhatThisNodeHoldsIsPutBack(Phase phase) {
    ClaimedGeneration work = hub.in(phase);
    boolean held = phase == Phase.CLAIMED || phase == Phase.SUBMITTING;

    assertThat(node("node-2").requeue(work, Optional.empty())).isFalse();
    assertThat(hub.dispatch.requeue(work, Optional.empty())).isEqualTo(held);
    assertThat(phase(work.id())).isEqualTo(held ? "queued" : phase.word());
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyWhatIsBeingSentCanBeLost(Phase phase) {
    UUID id = hub.in(phase).id();

    assertThat(hub.dispatch.lose(id)).isEqualTo(phase == Phase.SUBMITTING);
    assertThat(phase(id)).isEqualTo(phase == Phase.SUBMITTING ? "unknown" : phase.word());
  }

  @Test
  void aClaimCountsTheAttemptAndHoldsTheLease() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);

    assertThat(work.attempts()).isEqualTo(1);
    assertThat(work.prompt()).isEqualTo("a cat");
    assertThat(work.model()).isEqualTo(FakeProvider.PAINTER);
    assertThat(work.quote().usd()).isEqualByComparingTo("0.04");
    assertThat(hub.column(work.id(), "lease_owner")).isEqualTo("node-1");
    assertThat(at(work.id(), "lease_until")).isEqualTo(hub.clock.instant().plus(HubFixture.LEASE));
  }

  @Test
  void aClaimTakesNoMoreThanThereIsRoomForAndTheOldestOfAnAccountFirst() {
    hub.dispatch.claim(ROOM);
    Order order = Order.by(hub.user()).key(UUID.randomUUID(), UUID.randomUUID());
    UUID first = hub.queued(order);
    hub.clock.advance(Duration.ofSeconds(1));
    UUID second = hub.queued(order);

    assertThat(hub.dispatch.claim(Map.of(FakeProvider.PLUGIN, 1)))
        .extracting(ClaimedGeneration::id)
        .containsExactly(first);
    assertThat(hub.dispatch.claim(Map.of("another-plugin", 10))).isEmpty();
    assertThat(phase(second)).isEqualTo("queued");
  }

  @Test
  void workThatIsNotDueYetWaits() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    hub.dispatch.requeue(work, Optional.of(Duration.ofSeconds(30)));

    assertThat(hub.dispatch.claim(ROOM))
        .extracting(ClaimedGeneration::id)
        .doesNotContain(work.id());
    hub.clock.advance(Duration.ofSeconds(30));
    assertThat(hub.dispatch.claim(ROOM))
        .filteredOn(again -> again.id().equals(work.id()))
        .extracting(ClaimedGeneration::attempts)
        .containsExactly(2);
  }

  @Test
  void nodesThatClaimAtOnceNeverTakeTheSameWork() throws Exception {
    hub.dispatch.claim(ROOM);
    Set<UUID> queued = new HashSet<>();
    for (int i = 0; i < 60; i++) {
      queued.add(hub.queued(Order.by(hub.user())));
    }

    List<Callable<List<ClaimedGeneration>>> claims = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      DispatchStore node = node("node-" + i % 4);
      claims.add(() -> node.claim(Map.of(FakeProvider.PLUGIN, 10)));
    }
    List<UUID> taken = new ArrayList<>();
    for (List<ClaimedGeneration> claimed : AtOnce.call(claims)) {
      claimed.forEach(work -> taken.add(work.id()));
    }
    hub.dispatch.claim(ROOM).forEach(rest -> taken.add(rest.id()));

    assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(queued);
  }

  @Test
  void anIntentIsRefusedOnceTheLeaseHasPassed() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);
    hub.clock.advance(HubFixture.LEASE);

    assertThat(hub.dispatch.intend(List.of(work.id()))).containsExactly(false);
    assertThat(phase(work.id())).isEqualTo("claimed");
  }

  @Test
  void anIntentIsRefusedToANodeThatDoesNotHoldTheWork() {
    ClaimedGeneration work = hub.in(Phase.CLAIMED);

    assertThat(node("node-2").intend(List.of(work.id()))).containsExactly(false);
    assertThat(hub.dispatch.intend(List.of(work.id()))).containsExactly(true);
  }

  @Test
  void intentsOfABatchAreAnsweredEachInItsPlace() {
    UUID held = hub.in(Phase.CLAIMED).id();
    UUID queued = hub.in(Phase.QUEUED).id();

    assertThat(hub.dispatch.intend(List.of(queued, held, UUID.randomUUID())))
        .containsExactly(false, true, false);
  }

  @Test
  void aFollowedTaskIsProcessingAndIsLookedAtAfterAWhile() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    hub.dispatch.follow(work.id(), "the task of " + work.id(), Duration.ofSeconds(2));

    assertThat(hub.row(work.id()))
        .containsEntry("status", "processing")
        .containsEntry("task_id", "the task of " + work.id())
        .containsEntry("revision", 1)
        .containsEntry("lease_owner", null);
    assertThat(at(work.id(), "started_at")).isEqualTo(hub.clock.instant());
    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant().plusSeconds(2));
  }

  @Test
  void aTaskThatCalledBackBeforeItsAnswerIsLookedAtAtOnce() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    hub.callBack(work.id(), "{}");

    hub.dispatch.follow(work.id(), "the task of " + work.id(), Duration.ofSeconds(2));

    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant());
  }

  @Test
  void aLostSubmitWaitsForItsCallbackUntilTheEndOfPatience() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    hub.dispatch.lose(work.id());

    Instant end = hub.clock.instant().plus(HubFixture.UNKNOWN_TIMEOUT);
    assertThat(hub.nextAttempt(work.id())).isEqualTo(end);
    assertThat(at(work.id(), "lease_until")).isEqualTo(end);
  }

  @Test
  void aLostSubmitThatCalledBackIsLookedIntoAtOnce() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);
    hub.callBack(work.id(), "{}");

    hub.dispatch.lose(work.id());

    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant());
  }

  @Test
  void aTaskIdThatCannotBeItsOwnIsNotFollowed() {
    ClaimedGeneration first = hub.in(Phase.SUBMITTING);
    ClaimedGeneration second = hub.in(Phase.SUBMITTING);
    hub.dispatch.follow(first.id(), "taken", Duration.ZERO);

    assertThat(hub.dispatch.follow(second.id(), "taken", Duration.ZERO)).isFalse();
    assertThat(hub.dispatch.follow(second.id(), "t".repeat(256), Duration.ZERO)).isFalse();
    assertThat(phase(second.id())).isEqualTo("submitting");
  }

  @Test
  void putBackWithoutAWishItWaitsAsThePolicySays() {
    ClaimedGeneration work = hub.in(Phase.SUBMITTING);

    hub.dispatch.requeue(work, Optional.empty());

    assertThat(hub.nextAttempt(work.id()))
        .isCloseTo(hub.clock.instant().plusSeconds(1), within(250, MILLIS));
    assertThat(hub.row(work.id()))
        .containsEntry("status", "pending")
        .containsEntry("lease_owner", null);
  }
}
