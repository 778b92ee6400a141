package dev.genhub.engine.polling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowStoreTest {

  private static final Map<String, Integer> ROOM = Map.of(FakeProvider.PLUGIN, 1_000);

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

  @BeforeEach
  void nothingIsDue() {
    follow.claim(ROOM);
  }

  private static void looked(UUID id, Instant next, int progress, boolean readable) {
    FollowStore.Answer answer =
        readable ? FollowStore.Answer.STATUS : FollowStore.Answer.UNREADABLE;
    follow.record(List.of(new FollowStore.Look(id, next, progress, answer)));
  }

  private static Instant in(int seconds) {
    return hub.clock.instant().plusSeconds(seconds);
  }

  @ParameterizedTest
  @EnumSource(Phase.class)
  void onlyWhatIsFollowedIsLookedAt(Phase phase) {
    UUID id = hub.in(phase).id();

    boolean taken = follow.claim(ROOM).stream().map(ClaimedGeneration::id).anyMatch(id::equals);

    assertThat(taken).isEqualTo(phase == Phase.FOLLOWING);
  }

  @Test
  void aLookTellsTheTaskAndWhenItBegan() {
    UUID id = hub.in(Phase.FOLLOWING).id();

    ClaimedGeneration look = follow.claim(ROOM).get(0);

    assertThat(look.id()).isEqualTo(id);
    assertThat(look.taskId()).contains("task of " + id);
    assertThat(look.startedAt()).contains(hub.clock.instant());
  }

  @Test
  void aLookIsTakenByOneNodeAndByAnotherOnceThatOneIsDead() throws Exception {
    Set<UUID> due = new HashSet<>();
    for (int i = 0; i < 30; i++) {
      due.add(hub.in(Phase.FOLLOWING).id());
    }

    List<UUID> taken =
        AtOnce.call(6, () -> follow.claim(Map.of(FakeProvider.PLUGIN, 5))).stream()
            .flatMap(List::stream)
            .map(ClaimedGeneration::id)
            .toList();
    assertThat(taken).doesNotHaveDuplicates();

    assertThat(follow.claim(ROOM)).hasSize(30 - taken.size());
    hub.clock.advance(HubFixture.LEASE);
    assertThat(follow.claim(ROOM)).extracting(ClaimedGeneration::id).containsAll(due);
  }

  @Test
  void aLookThatSettledNothingSaysWhenTheNextOneIs() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    follow.claim(ROOM);

    looked(id, in(3), 40, true);

    assertThat(hub.nextAttempt(id)).isEqualTo(in(3));
    assertThat(hub.row(id))
        .containsEntry("progress", 40)
        .containsEntry("polls", 1)
        .containsEntry("revision", 2);
  }

  @Test
  void progressNeverGoesDown() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    looked(id, in(3), 40, true);
    looked(id, in(3), 20, true);

    assertThat(hub.row(id)).containsEntry("progress", 40).containsEntry("revision", 2);

    looked(id, in(3), 60, true);
    assertThat(hub.row(id)).containsEntry("progress", 60).containsEntry("revision", 3);
  }

  @Test
  void unreadableAnswersAreCountedWithoutABreak() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    looked(id, in(3), 0, false);
    looked(id, in(3), 0, false);
    assertThat(hub.column(id, "unreadable")).isEqualTo(2);

    looked(id, in(3), 0, true);
    assertThat(hub.column(id, "unreadable")).isEqualTo(0);
  }

  @Test
  void whatIsSettledMeanwhileStaysAsItIs() {
    UUID id = hub.in(Phase.SETTLED).id();
    Map<String, Object> before = hub.row(id);

    looked(id, in(3), 50, true);

    assertThat(hub.row(id)).isEqualTo(before);
  }

  @Test
  void aCallbackMakesTheNextLookComeAtOnce() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    follow.claim(ROOM);
    looked(id, in(20), 0, true);

    hub.clock.advance(Duration.ofSeconds(1));
    hub.callBack(id, "{}");

    assertThat(hub.nextAttempt(id)).isEqualTo(hub.clock.instant());
    assertThat(follow.claim(ROOM)).extracting(ClaimedGeneration::id).containsExactly(id);
  }

  @Test
  void aCallbackDuringALookIsNotForgottenWhenTheLookEnds() {
    UUID id = hub.in(Phase.FOLLOWING).id();
    follow.claim(ROOM);
    hub.clock.advance(Duration.ofSeconds(1));
    hub.callBack(id, "{}");
    hub.clock.advance(Duration.ofSeconds(1));

    looked(id, in(20), 0, true);

    assertThat(follow.claim(ROOM)).extracting(ClaimedGeneration::id).containsExactly(id);
  }

  @Test
  void manyLooksShareOneStatement() {
    UUID first = hub.in(Phase.FOLLOWING).id();
    UUID second = hub.in(Phase.FOLLOWING).id();
    follow.claim(ROOM);

    follow.record(
        List.of(
            new FollowStore.Look(first, in(3), 10, FollowStore.Answer.STATUS),
            new FollowStore.Look(second, in(5), 20, FollowStore.Answer.UNREADABLE)));

    assertThat(hub.column(first, "progress")).isEqualTo(10);
    assertThat(hub.nextAttempt(second)).isEqualTo(in(5));
    assertThat(hub.row(second)).containsEntry("progress", 20).containsEntry("unreadable", 1);
  }
}
