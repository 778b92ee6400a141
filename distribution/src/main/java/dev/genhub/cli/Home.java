package dev.genhub.cli;

import dev.genhub.app.settings.SettingValues;
import java.nio.file.Path;
import java.util.Map;

/** The folder of the script, from which settings, plugins and routes are found. */
public final class Home {
  private Home() {}

  /** Where the script is. */
  public static Path folder() {
    return Path.of(System.getProperty("genhub.home", "."));
  }

  /** The settings of this home, with what the command line says laid over them. */
  public static SettingValues settings(Map<String, String> overrides) {
    return SettingValues.load(folder(), overrides);
  }
}
