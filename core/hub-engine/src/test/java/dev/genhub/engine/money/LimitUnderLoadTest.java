package dev.genhub.engine.money;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.generation.Acceptance;
import dev.genhub.engine.generation.IntakeStore;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.store.BatchWriter;
import dev.genhub.engine.store.DatabasePools;
import dev.genhub.engine.testing.AtOnce;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, each with its own pools and writers, and more requests than there is money for. */
class LimitUnderLoadTest {

  private static final int REQUESTS = 500;
  private static final int ROOM_FOR = 10;
  private static final BigDecimal LIMIT = new BigDecimal("0.40");

  private HubFixture hub;
  private DatabasePools otherNode;
  private BatchWriter<NewGeneration, Acceptance> here;
  private BatchWriter<NewGeneration, Acceptance> there;

  @BeforeEach
  void open() {
    hub = HubFixture.create();
    otherNode = DatabasePools.open(hub.database.address(), 4);
    here = writer(new IntakeStore(hub.database.pools().users()));
    there = writer(new IntakeStore(otherNode.users()));
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    otherNode.close();
    hub.close();
  }

  private static BatchWriter<NewGeneration, Acceptance> writer(IntakeStore store) {
    return new BatchWriter<>("intake", 4, 25, 1_000, store::accept);
  }

  @Test
  void ofFiveHundredRequestsExactlyTheTenAreAcceptedThatThereIsRoomFor() throws Exception {
    UUID user = hub.user();
    List<BigDecimal> sampled = new ArrayList<>();
    AtomicBoolean done = new AtomicBoolean();
    Callable<List<UUID>> flood =
        () -> {
          try {
            return flood(user);
          } finally {
            done.set(true);
          }
        };
    Callable<List<UUID>> watch =
        () -> {
          do {
            sampled.add(taken(user));
          } while (!done.get());
          return List.of();
        };

    List<UUID> accepted = AtOnce.call(List.of(flood, watch)).get(0);

    assertThat(accepted).hasSize(ROOM_FOR);
    assertThat(sampled).allSatisfy(sum -> assertThat(sum).isLessThanOrEqualTo(LIMIT));
    assertThat(taken(user)).isEqualByComparingTo(LIMIT);
  }

  @Test
  void whatFailedIsFreeAgainAndNothingElse() {
    UUID user = hub.user();
    List<UUID> accepted = flood(user);
    Ends.sent(hub, accepted);
    List<Settlement> ends = new ArrayList<>();
    for (int i = 0; i < accepted.size(); i++) {
      ends.add(i % 2 == 0 ? Ends.failed(accepted.get(i)) : Ends.completed(accepted.get(i)));
    }
    hub.settle.settle(ends);

    assertThat(hub.spending(user).get("reserved_usd")).hasToString("0.000000");
    assertThat(hub.spending(user).get("spent_usd")).hasToString("0.200000");
    assertThat(flood(user)).hasSize(ROOM_FOR / 2);
    assertThat(taken(user)).isEqualByComparingTo(LIMIT);
  }

  @Test
  void intakeAndSettlementOfTheSameUsersDoNotBlockEachOther() throws Exception {
    List<UUID> users = List.of(hub.user(), hub.user(), hub.user(), hub.user());
    List<UUID> open = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      open.add(hub.queued(Order.by(users.get(i % 4))));
    }
    Ends.sent(hub, open);
    List<Callable<Integer>> work = new ArrayList<>();
    for (int part = 0; part < 4; part++) {
      List<Settlement> ends =
          open.subList(part * 10, part * 10 + 10).stream().map(Ends::completed).toList();
      work.add(() -> (int) hub.settle.settle(ends).stream().filter(settled -> settled).count());
      work.add(
          () ->
              hub.intake.accept(users.stream().map(user -> made(Order.by(user))).toList()).size());
    }

    assertThat(AtOnce.call(work)).containsExactly(10, 4, 10, 4, 10, 4, 10, 4);

    assertThat(hub.database.value("select count(*) from genhub.unbalanced_months('-infinity')"))
        .isEqualTo(0L);
  }

  /** Asks for many generations at once, of both nodes, and gives those that were accepted. */
  private List<UUID> flood(UUID user) {
    List<CompletableFuture<Acceptance>> answers = new ArrayList<>();
    for (int i = 0; i < REQUESTS; i++) {
      NewGeneration request = made(Order.by(user).usualLimit(LIMIT.toString()));
      answers.add((i % 2 == 0 ? here : there).write(request));
    }
    List<Acceptance> outcomes = answers.stream().map(CompletableFuture::join).toList();
    assertThat(outcomes)
        .allMatch(
            outcome ->
                outcome instanceof Acceptance.Accepted || outcome instanceof Acceptance.OverLimit);
    return outcomes.stream()
        .filter(Acceptance.Accepted.class::isInstance)
        .map(outcome -> ((Acceptance.Accepted) outcome).generation().id())
        .toList();
  }

  private NewGeneration made(Order order) {
    return order.made(hub.catalogue, hub.clock.instant());
  }

  private BigDecimal taken(UUID user) {
    return hub.database
        .users()
        .as(
            user,
            jdbc ->
                jdbc.sql("select coalesce(sum(reserved_usd + spent_usd), 0) from genhub.spending")
                    .query(BigDecimal.class)
                    .single());
  }
}
