package dev.genhub.cli.plugins;

import dev.genhub.app.PluginCheck;
import dev.genhub.cli.CommandFailure;
import dev.genhub.engine.catalogue.PluginFiles;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code genhub plugins remove}. */
@Command(
    name = "remove",
    mixinStandardHelpOptions = true,
    description = "Takes a plugin out of the folder. A running hub lets it finish what it began.")
final class RemovePluginCommand implements Callable<Integer> {

  @Parameters(paramLabel = "id", description = "The plugin's id, or the name of its file.")
  private String id;

  @Mixin private PluginOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PluginCheck check = options.check();
    Path folder = options.folder(check);
    List<InstalledPlugin> plugins = check.of(folder);
    List<InstalledPlugin> named =
        plugins.stream()
            .filter(plugin -> plugin.id().equals(id) || plugin.origin().file().equals(id))
            .toList();
    if (named.isEmpty()) {
      throw new CommandFailure(
          "there is no plugin '"
              + id
              + "' in "
              + folder
              + ", only "
              + plugins.stream().map(InstalledPlugin::id).toList());
    }
    for (InstalledPlugin plugin : named) {
      Files.deleteIfExists(folder.resolve(plugin.origin().file()));
      Files.deleteIfExists(folder.resolve(plugin.origin().file() + PluginFiles.STOPPED));
      spec.commandLine()
          .getOut()
          .println("Removed " + plugin.origin().file() + " from " + folder + ".");
    }
    spec.commandLine().getOut().flush();
    return 0;
  }
}
