package dev.genhub.cli.plugins;

import dev.genhub.app.PluginCheck;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;

/**
 * A copy of a plugins folder in which a jar is tried out, without a hub noticing.
 *
 * @param folder where the copies are
 */
record TrialFolder(Path folder) implements AutoCloseable {

  static TrialFolder of(Path plugins) throws IOException {
    Path folder = Files.createTempDirectory("genhub-trial-");
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(plugins, "*.jar")) {
      for (Path jar : jars) {
        Files.copy(jar, folder.resolve(jar.getFileName()));
      }
    }
    return new TrialFolder(folder);
  }

  /**
   * Adds a jar, in the place of an earlier version of the same plugin.
   *
   * @return the name of the earlier version's file where it has another one
   */
  Optional<Path> add(Path jar, PluginCheck check) throws IOException {
    Path alone = Files.createTempDirectory("genhub-jar-");
    Files.copy(jar, alone.resolve(jar.getFileName()));
    String id;
    try (TrialFolder only = new TrialFolder(alone)) {
      id = check.of(only.folder()).get(0).id();
    }
    List<InstalledPlugin> there = check.of(folder);
    Optional<Path> earlier =
        there.stream()
            .filter(plugin -> plugin.id().equals(id))
            .map(plugin -> Path.of(plugin.origin().file()))
            .filter(file -> !file.equals(jar.getFileName()))
            .findFirst();
    if (earlier.isPresent()) {
      Files.delete(folder.resolve(earlier.get()));
    }
    Files.copy(jar, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    return earlier;
  }

  @Override
  public void close() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }
}
