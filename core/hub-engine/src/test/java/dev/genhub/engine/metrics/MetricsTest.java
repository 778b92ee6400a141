package dev.genhub.engine.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.content.KeepInline;
import dev.genhub.engine.generation.Phase;
import dev.genhub.engine.generation.SettleGenerations;
import dev.genhub.engine.generation.Settlement;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.stuck.StuckReads;
import dev.genhub.engine.testing.FakeProvider;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.spi.Failure;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.SubmitOutcome;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a monitor counts. */
class MetricsTest {

  private static HubFixture hub;
  private SimpleMeterRegistry registry;
  private WorkMeters work;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @BeforeEach
  void countFromZero() {
    hub.database.everything().sql("delete from public.generation_tasks").update();
    registry = new SimpleMeterRegistry();
    work =
        new WorkMeters(
            hub.database.workers(),
            new StuckReads(hub.database.workers(), hub.catalogue, hub.clock),
            registry,
            hub.clock);
  }

  private double gauge(String name, String... tags) {
    return registry.get(name).tags(tags).gauge().value();
  }

  @Test
  void pluginsByTheirState() {
    InstalledPlugin broken =
        new InstalledPlugin("broken.jar", "", Optional.empty(), Optional.of("it is no jar"));
    new PluginMeters(
            new Catalogue(
                List.of(hub.provider.installed(), broken),
                List.of(hub.provider.installed("old", "old"))))
        .bindTo(registry);

    assertThat(gauge("genhub.plugins", "state", "started")).isEqualTo(1);
    assertThat(gauge("genhub.plugins", "state", "failed")).isEqualTo(1);
    assertThat(gauge("genhub.plugins", "state", "finishing")).isEqualTo(1);
  }

  @Test
  void whatWaitsAndHowLongItIsDue() {
    hub.in(Phase.UNKNOWN);
    hub.in(Phase.FOLLOWING);
    hub.queued();
    hub.clock.advance(Duration.ofSeconds(30));
    hub.queued();

    work.refresh();

    assertThat(gauge("genhub.stuck", "reason", "outcome_unknown")).isEqualTo(1);
    assertThat(gauge("genhub.stuck", "reason", "no_answer")).isZero();
    assertThat(gauge("genhub.tasks", "plugin", FakeProvider.PLUGIN, "phase", "queued"))
        .isEqualTo(2);
    assertThat(gauge("genhub.tasks", "phase", "following")).isEqualTo(1);
    assertThat(gauge("genhub.tasks.overdue", "phase", "following")).isEqualTo(30);
  }

  @Test
  void theDatabaseIsAskedEveryFewSecondsHoweverOftenSomebodyLooks() {
    hub.queued();
    work.refresh();
    hub.queued();
    hub.clock.advance(Duration.ofSeconds(4));
    work.refresh();
    assertThat(gauge("genhub.tasks", "phase", "queued")).isEqualTo(1);

    hub.clock.advance(Duration.ofSeconds(1));
    work.refresh();

    assertThat(gauge("genhub.tasks", "phase", "queued")).isEqualTo(2);
    assertThat(gauge("genhub.tasks.overdue", "phase", "queued")).isEqualTo(5);
  }

  @Test
  void everyEndIsCountedOnceByItsProviderAndItsReason() {
    SettleGenerations settle =
        new SettleGenerations(
            hub.database.workers(),
            new KeepInline(hub.media, hub.content::addressOf),
            hub.clock,
            new HubMeters(registry));
    Settlement failed =
        new Settlement.Failed(
            hub.in(Phase.FOLLOWING).id(),
            Failure.uncharged(FailureKind.CONTENT_REJECTED, "", "not this"));
    Settlement cancelled = new Settlement.Cancelled(hub.in(Phase.CLAIMED).id());

    settle.settle(List.of(failed, cancelled));
    settle.settle(List.of(failed, cancelled));

    assertThat(ended("content_rejected")).isEqualTo(1);
    assertThat(ended("cancelled")).isEqualTo(1);
  }

  private double ended(String outcome) {
    return registry
        .get("genhub.generations")
        .tags("provider", FakeProvider.PROVIDER, "outcome", outcome)
        .counter()
        .count();
  }

  @Test
  void submitsAreCountedByWhatBecameOfThem() {
    HubMeters meters = new HubMeters(registry);

    meters.submitted("a-plugin", new SubmitOutcome.Accepted("t-1"));
    meters.submitted("a-plugin", new SubmitOutcome.Unclear("lost"));

    for (String outcome : List.of("accepted", "unclear")) {
      assertThat(
              registry
                  .get("genhub.submits")
                  .tags("plugin", "a-plugin", "outcome", outcome)
                  .counter()
                  .count())
          .isEqualTo(1);
    }
  }
}
