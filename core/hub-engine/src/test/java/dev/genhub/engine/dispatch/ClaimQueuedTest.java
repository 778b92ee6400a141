package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClaimQueuedTest {

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
    hub.dispatch.claim(Map.of(FakeProvider.PLUGIN, 1_000));
  }

  private static List<ClaimedGeneration> claim(Catalogue catalogue, Map<String, Integer> rooms) {
    LaneRoom lanes = (lane, plugin) -> lane.equals("submit") ? rooms.getOrDefault(plugin, 0) : 99;
    return new ClaimQueued(
            catalogue,
            lanes,
            new SubmitRates(catalogue, name -> Optional.empty()),
            hub.dispatch,
            new HeldWork(HubFixture.LEASE, hub.clock))
        .claim();
  }

  @Test
  void asMuchIsTakenAsThereIsRoomFor() {
    hub.queued();
    hub.queued();
    hub.queued();

    assertThat(claim(hub.catalogue, Map.of(FakeProvider.PLUGIN, 2))).hasSize(2);
    assertThat(claim(hub.catalogue, Map.of(FakeProvider.PLUGIN, 0))).isEmpty();
    assertThat(claim(hub.catalogue, Map.of(FakeProvider.PLUGIN, 2))).hasSize(1);
  }

  @Test
  void oneFullLaneDoesNotHoldUpAnother() {
    FakeProvider second = new FakeProvider();
    Catalogue both =
        new Catalogue(List.of(hub.provider.installed(), second.installed("second", "other")));
    hub.queued();
    NewGeneration others = Order.by(hub.user()).provider("other").made(both, hub.clock.instant());
    hub.intake.accept(List.of(others));

    assertThat(claim(both, Map.of("second", 5)))
        .extracting(ClaimedGeneration::id)
        .containsExactly(others.id());
  }

  @Test
  void theWorkOfAPluginThatIsNotThereWaits() {
    hub.queued();

    assertThat(claim(new Catalogue(List.of()), Map.of(FakeProvider.PLUGIN, 5))).isEmpty();
  }
}
