package dev.genhub.app;

import dev.genhub.app.settings.HubSettings;
import dev.genhub.engine.catalogue.FinishingPlugins;
import dev.genhub.engine.catalogue.LiveCatalogue;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.dispatch.SubmitRates;
import dev.genhub.engine.plugin.PluginLimits;
import dev.genhub.engine.plugin.PluginRuntime;
import dev.genhub.engine.plugin.PluginSettings;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/** Puts together the catalogue that follows the plugins folder. */
final class Plugins {
  private Plugins() {}

  /**
   * Makes the catalogue, empty.
   *
   * @param underWay the work of plugins, given by their ids, that is not settled
   */
  static LiveCatalogue catalogue(
      HubSettings.Plugins plugins,
      PluginSettings pluginSettings,
      Function<Collection<String>, List<ModelReference>> underWay,
      Clock clock) {
    PluginRuntime runtime =
        new PluginRuntime(
            pluginSettings, plugins.trusted(), PluginLimits.withCall(plugins.callTimeout()), clock);
    return new LiveCatalogue(
        plugins.folder(),
        runtime,
        service -> SubmitRates.check(service, pluginSettings.find()),
        new FinishingPlugins(underWay, plugins.finishWithin(), clock));
  }
}
