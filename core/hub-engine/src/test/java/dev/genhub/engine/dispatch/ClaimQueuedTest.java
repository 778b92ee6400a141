package dev.genhub.engine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.engine.generation.NewGeneration;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import java.time.Duration;
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

  @Test
  void theWorkOfAPluginThatWasRemovedIsSentAllTheSameByWhatIsStillLoaded() {
    hub.queued();
    Catalogue removed = new Catalogue(List.of(), List.of(hub.provider.installed()));

    assertThat(claim(removed, Map.of(FakeProvider.PLUGIN, 5)))
        .extracting(ClaimedGeneration::pluginVersion)
        .containsExactly(Optional.of("1.0.0"));
  }

  @Test
  void theWorkOfAPluginThatHangsWaitsUntilItIsWellAgain() {
    hub.queued();
    InstalledPlugin plugin = hub.provider.installed();
    InstalledPlugin.Service service = plugin.service().orElseThrow();
    InstalledPlugin hanging =
        new InstalledPlugin(
            plugin.id(),
            plugin.version(),
            Optional.of(
                new InstalledPlugin.Service(
                    service.descriptor(), service.adapter(), () -> Optional.of("it hangs"))),
            Optional.empty());

    assertThat(claim(new Catalogue(List.of(hanging)), Map.of(FakeProvider.PLUGIN, 5))).isEmpty();
    assertThat(claim(hub.catalogue, Map.of(FakeProvider.PLUGIN, 5))).hasSize(1);
  }

  @Test
  void theVersionThatWorkIsGivenToIsNotedWithTheIntentAndKeptWhereItMayHaveBeenTaken() {
    hub.queued();
    ClaimedGeneration work = claim(hub.catalogue, Map.of(FakeProvider.PLUGIN, 1)).get(0);
    hub.dispatch.declare(List.of(Intent.of(work, true)));
    assertThat(hub.column(work.id(), "plugin_version")).isEqualTo("1.0.0");

    hub.dispatch.resend(work, Duration.ZERO);
    Catalogue next = new Catalogue(List.of(version("2.0.0")), List.of(version("1.0.0")));
    assertThat(claim(next, Map.of(FakeProvider.PLUGIN, 1)))
        .extracting(ClaimedGeneration::pluginVersion)
        .containsExactly(Optional.of("1.0.0"));

    hub.queued();
    assertThat(claim(next, Map.of(FakeProvider.PLUGIN, 1)))
        .extracting(ClaimedGeneration::pluginVersion)
        .containsExactly(Optional.of("2.0.0"));
  }

  private static InstalledPlugin version(String version) {
    InstalledPlugin plugin = hub.provider.installed();
    return new InstalledPlugin(plugin.id(), version, plugin.service(), Optional.empty());
  }
}
