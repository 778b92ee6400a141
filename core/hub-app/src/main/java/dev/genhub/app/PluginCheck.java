package dev.genhub.app;

import dev.genhub.app.plugin.LivePlugins;
import dev.genhub.app.plugin.PluginFolder;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.app.settings.SettingValues;
import dev.genhub.engine.catalogue.LiveCatalogue;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.PluginSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** Tells what a hub would make of a folder of plugins, by starting them without the hub. */
public final class PluginCheck {

  private final SettingValues values;
  private final HubSettings.Plugins plugins;

  /**
   * Checks with the settings that the hub would have.
   *
   * @throws dev.genhub.app.settings.SettingException if one of those for plugins is wrong
   */
  public PluginCheck(SettingValues values) {
    this.values = values;
    this.plugins = HubSettings.Plugins.read(values);
  }

  /** The folder of the settings. */
  public Path folder() {
    return plugins.folder();
  }

  /** Every jar of a folder; the routes that jars carry are not tried out. */
  public List<InstalledPlugin> of(Path folder) {
    HubSettings.Plugins there =
        new HubSettings.Plugins(
            folder, plugins.trusted(), plugins.callTimeout(), plugins.finishWithin());
    try (LiveCatalogue catalogue =
        Plugins.catalogue(
            there, new PluginSettings(values::find), ids -> List.of(), Clock.systemUTC())) {
      new LivePlugins(new PluginFolder(folder), catalogue).start();
      return catalogue.current().plugins();
    }
  }
}
