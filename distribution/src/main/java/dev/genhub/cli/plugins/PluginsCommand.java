package dev.genhub.cli.plugins;

import picocli.CommandLine.Command;

/** {@code genhub plugins}: what is done with jars, whether a hub runs or not. */
@Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description =
        "Checks, installs and removes plugins, and begins new ones. A running hub follows.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      InstallPluginCommand.class,
      ListPluginsCommand.class,
      NewPluginCommand.class,
      RemovePluginCommand.class
    })
public final class PluginsCommand {}
