package dev.genhub.engine.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.engine.polling.FollowStore;
import dev.genhub.engine.store.ReadRetentionTimes;
import dev.genhub.engine.testing.Artifacts;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.RouteSql;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What users will be told, written with what makes it true. */
class OutboxTest {

  private static final Failure BROKEN =
      Failure.uncharged(FailureKind.PROVIDER_ERROR, "500", "it broke");

  private static HubFixture hub;
  private static FollowStore follow;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    follow = new FollowStore(hub.database.workers(), HubFixture.LEASE, hub.clock);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static List<String> told(UUID generation) {
    return hub.database
        .everything()
        .sql("select type from genhub.outbox where generation_id = :id order by id")
        .param("id", generation)
        .query(String.class)
        .list();
  }

  private static Settlement completed(UUID id) {
    return new Settlement.Completed(
        id, Optional.empty(), List.of(Artifacts.image("1.png")), Optional.empty());
  }

  private static void look(UUID id, int progress) {
    follow.record(
        List.of(
            new FollowStore.Look(
                id, hub.clock.instant().plusSeconds(5), progress, FollowStore.Answer.STATUS)));
  }

  @Test
  void theWholeStoryIsTold() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    look(id, 30);
    look(id, 30);
    look(id, 20);
    look(id, 70);

    hub.settle.settle(List.of(completed(id)));

    assertThat(told(id))
        .containsExactly(
            "generation.processing",
            "generation.progress",
            "generation.progress",
            "generation.completed");
  }

  @Test
  void eachEndIsToldAsWhatItIsAndOnce() {
    UUID failed = hub.in(Phase.FOLLOWING).id();
    UUID cancelled = hub.in(Phase.QUEUED).id();
    UUID unknown = hub.in(Phase.UNKNOWN).id();

    for (int twice = 0; twice < 2; twice++) {
      hub.settle.settle(
          List.of(
              new Settlement.Failed(failed, BROKEN),
              new Settlement.Cancelled(cancelled),
              new Settlement.OutcomeUnknown(unknown)));
    }

    assertThat(told(failed)).containsExactly("generation.processing", "generation.failed");
    assertThat(told(cancelled)).containsExactly("generation.cancelled");
    assertThat(told(unknown)).containsExactly("generation.failed");
  }

  @Test
  void whatIsNotCommittedIsNotTold() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);
    hub.database
        .everything()
        .sql("update genhub.spending set reserved_usd = 0 where user_id = :user")
        .param("user", work.userId())
        .update();

    // money is the last thing that a settlement writes
    assertThatThrownBy(() -> hub.settle.settle(List.of(completed(work.id()))))
        .hasMessageContaining("spending_reserved_usd_check");

    assertThat(told(work.id())).containsExactly("generation.processing");
    assertThat(hub.column(work.id(), "phase")).isEqualTo("following");
  }

  @Test
  void everyUserIsToldOfTheirOwn() {
    ClaimedGeneration work = hub.in(Phase.FOLLOWING);

    List<String> seen =
        hub.database
            .users()
            .as(
                work.userId(),
                jdbc -> jdbc.sql("select type from genhub.outbox").query(String.class).list());

    assertThat(seen).containsExactly("generation.processing");
  }

  @Test
  void afterAWeekItIsForgotten() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    hub.clock.advance(Duration.ofDays(7).minusSeconds(1));
    UUID later = hub.in(Phase.FOLLOWING).id();
    forget();
    assertThat(told(id)).hasSize(1);

    hub.clock.advance(Duration.ofSeconds(2));
    forget();

    assertThat(told(id)).isEmpty();
    assertThat(told(later)).hasSize(1);
  }

  private static void forget() {
    Map<String, ?> times = new ReadRetentionTimes(hub.clock).read();
    hub.database
        .workers()
        .run(
            jdbc ->
                jdbc.sql(RouteSql.read("forget-outbox.sql"))
                    .param("outboxBefore", times.get("outboxBefore"))
                    .update());
  }
}
