package dev.genhub.cli.plugins;

import dev.genhub.app.PluginCheck;
import dev.genhub.cli.CommandFailure;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genhub plugins install}. */
@Command(
    name = "install",
    mixinStandardHelpOptions = true,
    description =
        "Checks a jar beside those that are there and puts it into the folder, in the"
            + " place of an earlier version.")
final class InstallPluginCommand implements Callable<Integer> {

  @Parameters(paramLabel = "jar", description = "The plugin's jar.")
  private Path jar;

  @Mixin private PluginOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(jar) || !jar.toString().endsWith(".jar")) {
      throw new CommandFailure("'" + jar + "' is no jar; a file with the ending .jar is needed");
    }
    PluginCheck check = options.check();
    Path folder = options.folder(check);
    Files.createDirectories(folder);
    Optional<Path> earlier;
    InstalledPlugin plugin;
    try (TrialFolder trial = TrialFolder.of(folder)) {
      earlier = trial.add(jar, check);
      plugin = row(check.of(trial.folder()), jar);
    }
    plugin
        .problem()
        .ifPresent(
            problem -> {
              throw new CommandFailure(jar + " is not installed: it " + problem);
            });
    put(folder);
    if (earlier.isPresent()) {
      Files.deleteIfExists(folder.resolve(earlier.get()));
    }
    spec.commandLine()
        .getOut()
        .println("Installed " + plugin.id() + " " + plugin.version() + " in " + folder + ".");
    spec.commandLine().getOut().flush();
    return 0;
  }

  private static InstalledPlugin row(List<InstalledPlugin> plugins, Path jar) {
    String file = String.valueOf(jar.getFileName());
    return plugins.stream()
        .filter(plugin -> plugin.origin().file().equals(file))
        .findFirst()
        .orElseThrow(() -> new CommandFailure("'" + file + "' cannot be read"));
  }

  /** Under a name that hubs pass over first, so that none ever sees half of it. */
  private void put(Path folder) throws IOException {
    Path part = folder.resolve("." + jar.getFileName() + ".part");
    Files.copy(jar, part, StandardCopyOption.REPLACE_EXISTING);
    Files.move(part, folder.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
  }
}
