package dev.genhub.engine.http;

import static dev.genhub.engine.http.DescribedSchemas.assertDescribed;
import static dev.genhub.engine.http.DescribedSchemas.assertSameFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.WorkUnderWay;
import dev.genhub.engine.operator.ListPlugins;
import dev.genhub.engine.operator.PluginViews;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.testing.HubFixture;
import dev.genhub.engine.testing.Order;
import dev.genhub.engine.testing.Requests;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Admins are told of plugins as the document says, with what each has under way. */
class DescribedPluginsTest {

  private static HubFixture hub;

  @BeforeAll
  static void open() {
    hub = HubFixture.create();
    UUID user = hub.user();
    hub.queued(Order.by(user));
    hub.following(Order.by(user), "t-1");
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @Test
  void pluginsAreAsDescribedWhetherTheyWorkOrNotOrOnlyFinishWhatTheyBegan() {
    InstalledPlugin broken =
        new InstalledPlugin("broken.jar", "", Optional.empty(), Optional.of("it is no jar"));
    InstalledPlugin stopped =
        new InstalledPlugin("stopped", "1.0.0", Optional.empty(), Optional.empty());
    Catalogue catalogue =
        new Catalogue(
            List.of(broken, stopped, hub.provider.installed("other", "other")),
            List.of(hub.provider.installed()));

    Object answer =
        new ListPlugins(new PluginViews(catalogue, new WorkUnderWay(hub.database.workers())))
            .list(Requests.any().build())
            .body();

    JsonNode plugins = DescribedSchemas.written(answer).path("data");
    assertThat(plugins.findValuesAsText("state"))
        .containsExactly("failed", "stopped", "started", "finishing");
    assertThat(plugins.findValuesAsText("underWay")).containsExactly("0", "0", "0", "2");
    assertDescribed("InstalledPluginList", answer);
    assertSameFields("InstalledPlugin", plugins.get(0));
  }
}
