package dev.genhub.cli.plugins;

import picocli.CommandLine.Command;

/** {@code genhub plugins}: what is done with jars, whether a hub runs or not. */
@Command(
    name = "plugins",
    mixinStandardHelpOptions = true,
    description = "Checks, installs and removes provider plugins. A running hub follows by itself.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {InstallPluginCommand.class, ListPluginsCommand.class, RemovePluginCommand.class})
public final class PluginsCommand {}
