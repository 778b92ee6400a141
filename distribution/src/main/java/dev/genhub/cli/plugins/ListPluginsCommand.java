package dev.genhub.cli.plugins;

import dev.genhub.app.PluginCheck;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code genhub plugins list}. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Starts every jar of the folder as a hub would, and tells what became of it.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:all of them work", "1:one does not"})
final class ListPluginsCommand implements Callable<Integer> {

  @Mixin private PluginOptions options;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PluginCheck check = options.check();
    Path folder = options.folder(check);
    List<InstalledPlugin> plugins = check.of(folder);
    if (plugins.isEmpty()) {
      spec.commandLine().getOut().println("There are no plugins in " + folder + ".");
    } else {
      new PluginTable(plugins).print(spec.commandLine().getOut());
    }
    spec.commandLine().getOut().flush();
    return plugins.stream().allMatch(plugin -> plugin.problem().isEmpty()) ? 0 : 1;
  }
}
