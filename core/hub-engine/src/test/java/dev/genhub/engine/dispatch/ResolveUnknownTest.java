package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.testing.FakeCallbacks;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost submit: adopted when its callback comes, settled at the end of patience, never resent. */
class ResolveUnknownTest {

  private static HubFixture hub;
  private static UnknownStore unknown;
  private static ResolveUnknown resolve;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    unknown = new UnknownStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
    resolve =
        new ResolveUnknown(
            hub.callbacks, hub.adapters, hub.dispatch, unknown, hub.settlements, hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void nothingIsUnknown() {
    hub.provider.callbacks = Optional.of(new FakeCallbacks());
    hub.database
        .everything()
        .sql("update generation_tasks set phase = 'settled' where phase = 'unknown'")
        .update();
  }

  /** Resolves what is due, as the route does. */
  private static List<UUID> resolveDue(String... plugins) {
    List<UnknownStore.Lost> due = unknown.claim(List.of(plugins));
    due.forEach(resolve::resolve);
    return due.stream().map(lost -> lost.generation().id()).toList();
  }

  private static String phase(ClaimedGeneration work) {
    return (String) hub.column(work.id(), "phase");
  }

  @Test
  void nothingIsDoneBeforeACallbackComes() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT.minusSeconds(1));

    assertThat(resolveDue(FakeProvider.PLUGIN)).isEmpty();
    assertThat(phase(work)).isEqualTo("unknown");
  }

  @Test
  void theTaskThatACallbackNamesIsAdopted() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "{\"taskId\": \"adopted-1\"}");

    assertThat(resolveDue(FakeProvider.PLUGIN)).containsExactly(work.id());

    assertThat(hub.row(work.id()))
        .containsEntry("phase", "following")
        .containsEntry("status", "processing")
        .containsEntry("task_id", "adopted-1");
    assertThat(hub.nextAttempt(work.id())).isEqualTo(hub.clock.instant());
  }

  @Test
  void aCallbackThatNamesNothingIsWaitedOver() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "not json");

    resolveDue(FakeProvider.PLUGIN);

    assertThat(phase(work)).isEqualTo("unknown");
    assertThat(hub.nextAttempt(work.id()))
        .isEqualTo(hub.clock.instant().plus(HubFixture.UNKNOWN_TIMEOUT));
    hub.callBack(work.id(), "{\"taskId\": \"second-callback\"}");
    resolveDue(FakeProvider.PLUGIN);
    assertThat(phase(work)).isEqualTo("following");
  }

  @Test
  void aCallbackThatComesWhileTheOthersAreReadIsNotMissed() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "not json");
    unknown.claim(List.of(FakeProvider.PLUGIN));

    // a node whose clock is behind stores it after the others were read
    hub.clock.advance(Duration.ofSeconds(-5));
    hub.callBack(work.id(), "{\"taskId\": \"in-between\"}");
    hub.clock.advance(Duration.ofSeconds(5));
    unknown.waitOn(work.id(), 1);

    assertThat(hub.nextAttempt(work.id())).isBefore(hub.clock.instant().plus(HubFixture.LEASE));
  }

  @Test
  void atTheEndOfPatienceItIsSettledAndTheReservationStays() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);

    resolveDue(FakeProvider.PLUGIN);

    assertThat(hub.row(work.id()))
        .containsEntry("status", "failed")
        .containsEntry("error_code", "submission_outcome_unknown");
    assertThat(hub.spending(work.userId()).get("reserved_usd")).hasToString("0.040000");
  }

  @Test
  void aTaskIdThatIsAnothersIsNotAdopted() {
    ClaimedGeneration other = hub.in(Phase.FOLLOWING);
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "{\"taskId\": \"" + hub.column(other.id(), "task_id") + "\"}");

    resolveDue(FakeProvider.PLUGIN);
    assertThat(phase(work)).isEqualTo("unknown");

    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);
    resolveDue(FakeProvider.PLUGIN);
    assertThat(hub.column(work.id(), "error_code")).isEqualTo("submission_outcome_unknown");
  }

  @Test
  void aPluginThatCannotReadCallbacksDoesNotHoldTheEndUp() {
    hub.provider.callbacks = Optional.of(FakeCallbacks.unreadable());
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "{\"taskId\": \"unread\"}");

    resolveDue(FakeProvider.PLUGIN);
    assertThat(phase(work)).isEqualTo("unknown");

    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);
    resolveDue(FakeProvider.PLUGIN);
    assertThat(phase(work)).isEqualTo("settled");
  }

  @Test
  void theWorkOfAPluginThatIsGoneWaitsForItAndThenEndsAllTheSame() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "{\"taskId\": \"for a plugin that is gone\"}");

    assertThat(resolveDue("another-plugin")).isEmpty();

    hub.clock.advance(HubFixture.UNKNOWN_TIMEOUT);
    assertThat(unknown.claim(List.of("another-plugin")))
        .extracting(lost -> lost.generation().id())
        .containsExactly(work.id());
  }

  @Test
  void twoNodesDoNotResolveTheSameGeneration() {
    ClaimedGeneration work = hub.in(Phase.UNKNOWN);
    hub.callBack(work.id(), "{}");

    assertThat(unknown.claim(List.of(FakeProvider.PLUGIN))).hasSize(1);
    assertThat(unknown.claim(List.of(FakeProvider.PLUGIN))).isEmpty();
    hub.clock.advance(HubFixture.LEASE);
    assertThat(unknown.claim(List.of(FakeProvider.PLUGIN))).hasSize(1);
    assertThat(phase(work)).isEqualTo("unknown");
  }
}
