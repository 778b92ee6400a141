package dev.genhub.cli;

import dev.genhub.app.settings.SettingValues;
import java.nio.file.Path;
import java.util.Map;

/** The folder of the script, from which settings, plugins and routes are found. */
final class Home {
  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty("genhub.home", "."));
  }

  /** The settings of this home, with what the command line says laid over them. */
  static SettingValues settings(Map<String, String> overrides) {
    return SettingValues.load(folder(), overrides);
  }
}
