package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.spi.SubmitRate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who is served first, and how fast an account is served. */
class ClaimInTurnTest {

  private static final SubmitRate FIVE_IN_TEN = new SubmitRate(5, Duration.ofSeconds(10));

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
  void emptyTheQueue() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
    hub.database.everything().sql("delete from genhub.provider_accounts").update();
  }

  private static DispatchStore node(String name) {
    return new DispatchStore(
        hub.database.workers(),
        DispatchPolicy.of(name, HubFixture.LEASE, HubFixture.UNKNOWN_TIMEOUT),
        hub.clock);
  }

  private static Lane lane(int room) {
    return new Lane(FakeProvider.PLUGIN, room, Optional.empty());
  }

  private static Lane paced(int room) {
    return new Lane(FakeProvider.PLUGIN, room, Optional.of(FIVE_IN_TEN));
  }

  /** Queues generations of one account, the oldest first. */
  private static List<UUID> queue(UUID account, int count) {
    UUID user = hub.user();
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ids.add(hub.queued(Order.by(user).key(account, UUID.randomUUID())));
    }
    return ids;
  }

  private static Map<UUID, Long> byAccount(List<ClaimedGeneration> taken) {
    return taken.stream()
        .collect(Collectors.groupingBy(ClaimedGeneration::keyId, Collectors.counting()));
  }

  private static List<UUID> ids(List<ClaimedGeneration> taken) {
    return taken.stream().map(ClaimedGeneration::id).toList();
  }

  @Test
  void aUserWithOneJobDoesNotWaitBehindAnothersHundred() {
    UUID busy = UUID.randomUUID();
    UUID modest = UUID.randomUUID();
    queue(busy, 100);
    hub.clock.advance(Duration.ofSeconds(1));
    queue(modest, 1);

    assertThat(byAccount(node("a").claim(List.of(lane(4)))))
        .containsEntry(modest, 1L)
        .containsEntry(busy, 3L);
  }

  @Test
  void withMoreAccountsThanRoomTheNextRoundGoesOnWhereTheLastStopped() {
    Set<UUID> accounts = new HashSet<>();
    for (int i = 0; i < 6; i++) {
      UUID account = UUID.randomUUID();
      accounts.add(account);
      queue(account, 3);
    }
    DispatchStore node = node("a");

    Set<UUID> served = new HashSet<>();
    for (int round = 0; round < 3; round++) {
      node.claim(List.of(lane(2))).forEach(work -> served.add(work.keyId()));
    }

    assertThat(served).isEqualTo(accounts);
  }

  @Test
  void anAccountsOwnJobsAreTakenInTheirOrder() {
    List<UUID> queued = queue(UUID.randomUUID(), 6);
    DispatchStore node = node("a");

    assertThat(ids(node.claim(List.of(lane(4))))).isEqualTo(queued.subList(0, 4));
    assertThat(ids(node.claim(List.of(lane(4))))).isEqualTo(queued.subList(4, 6));
  }

  @Test
  void anAccountIsTakenFromNoFasterThanItsPaceOnAnyNumberOfNodes() throws Exception {
    UUID account = UUID.randomUUID();
    queue(account, 40);
    List<DispatchStore> nodes = List.of(node("a"), node("b"));

    int taken = 0;
    List<Integer> inEachSecond = new ArrayList<>();
    for (int second = 0; second < 32; second++) {
      List<Callable<List<ClaimedGeneration>>> claims = new ArrayList<>();
      nodes.forEach(node -> claims.add(() -> node.claim(List.of(paced(10)))));
      int now = AtOnce.call(claims).stream().mapToInt(List::size).sum();
      inEachSecond.add(now);
      taken += now;
      hub.clock.advance(Duration.ofSeconds(1));
    }

    for (int from = 0; from + 10 <= inEachSecond.size(); from++) {
      assertThat(inEachSecond.subList(from, from + 10).stream().mapToInt(it -> it).sum())
          .as("ten seconds from second " + from)
          .isLessThanOrEqualTo(5);
    }
    assertThat(taken).isEqualTo(15);
  }

  @Test
  void whatWaitsInALaneCountsFromWhenItIsSent() {
    queue(UUID.randomUUID(), 10);
    DispatchStore node = node("a");
    List<ClaimedGeneration> first = node.claim(List.of(paced(5)));
    assertThat(first).hasSize(5);
    hub.clock.advance(Duration.ofSeconds(3));
    node.declare(List.of(Intent.of(first.get(0), false), Intent.of(first.get(1), false)));

    hub.clock.advance(Duration.ofSeconds(8));
    assertThat(node.claim(List.of(paced(5)))).as("two of five were sent 8 s ago").hasSize(3);
    hub.clock.advance(Duration.ofSeconds(3));
    assertThat(node.claim(List.of(paced(5)))).as("three of five were taken 3 s ago").hasSize(2);
  }

  @Test
  void onePaceHoldsForAllPluginsOfTheAccount() {
    UUID account = UUID.randomUUID();
    queue(account, 4);
    queue(account, 4);
    hub.database
        .everything()
        .sql(
            """
            update public.generation_tasks set plugin = 'another'
            where id in (select id from public.generation_tasks order by id limit 4)
            """)
        .update();

    List<ClaimedGeneration> taken =
        node("a").claim(List.of(paced(10), new Lane("another", 10, Optional.of(FIVE_IN_TEN))));

    assertThat(taken).hasSize(5);
  }

  @Test
  void anAccountAtItsPaceHoldsUpNobodyElse() {
    UUID busy = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    queue(busy, 50);
    DispatchStore node = node("a");
    node.claim(List.of(paced(50)));
    queue(other, 2);

    assertThat(byAccount(node.claim(List.of(paced(50))))).isEqualTo(Map.of(other, 2L));
  }

  @Test
  void aPausedAccountWaitsAsAWholeAndThenGoesOn() {
    UUID paused = UUID.randomUUID();
    UUID other = UUID.randomUUID();
    queue(paused, 3);
    queue(other, 1);
    DispatchStore node = node("a");
    node.pauseAccount(paused, Duration.ofSeconds(20));
    node.pauseAccount(paused, Duration.ofSeconds(5));

    assertThat(byAccount(node.claim(List.of(lane(10))))).isEqualTo(Map.of(other, 1L));
    hub.clock.advance(Duration.ofSeconds(19));
    assertThat(node.claim(List.of(paced(10)))).isEmpty();
    hub.clock.advance(Duration.ofSeconds(1));
    assertThat(byAccount(node("b").claim(List.of(lane(10))))).isEqualTo(Map.of(paused, 3L));
  }

  @Test
  void whereNothingIsPacedNothingIsNoted() {
    queue(UUID.randomUUID(), 3);

    assertThat(node("a").claim(List.of(lane(10)))).hasSize(3);

    assertThat(hub.database.value("select count(*) from genhub.provider_accounts")).isEqualTo(0L);
  }

  @Test
  void nodesThatClaimPacedWorkAtOnceNeverTakeTheSame() throws Exception {
    Set<UUID> queued = new HashSet<>();
    for (int i = 0; i < 20; i++) {
      queued.addAll(queue(UUID.randomUUID(), 3));
    }
    List<UUID> taken = new ArrayList<>();
    // a node that finds the accounts in another's hands takes nothing this time
    for (int round = 0; round < 100 && taken.size() < queued.size(); round++) {
      List<Callable<List<ClaimedGeneration>>> claims = new ArrayList<>();
      for (String name : List.of("a", "b", "c")) {
        DispatchStore node = node(name);
        claims.add(() -> node.claim(List.of(paced(5))));
      }
      AtOnce.call(claims).forEach(claimed -> taken.addAll(ids(claimed)));
    }

    assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(queued);
  }
}
