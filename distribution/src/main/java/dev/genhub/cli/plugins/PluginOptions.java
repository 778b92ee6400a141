package dev.genhub.cli.plugins;

import dev.genhub.app.PluginCheck;
import dev.genhub.cli.Home;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** The options that all commands about plugins take. */
final class PluginOptions {

  @Option(
      names = "--dir",
      paramLabel = "folder",
      description = "The folder of the jars (default: genhub.plugins-dir).")
  private Path directory;

  @Option(names = "-D", paramLabel = "setting=value", description = "Overrides a setting.")
  private Map<String, String> overrides = Map.of();

  /** A check with the settings of this home. */
  PluginCheck check() {
    // read at the first line that is logged; the table says the same for people
    System.setProperty("logback.configurationFile", "logback-off.xml");
    return new PluginCheck(Home.settings(overrides));
  }

  /** The folder that is meant. */
  Path folder(PluginCheck check) {
    return directory == null ? check.folder() : directory.toAbsolutePath().normalize();
  }
}
