package dev.genhub.bench;

import picocli.CommandLine.Command;

/** {@code genhub bench}: the hub under load, held against a limit of the same machine. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description =
        "Puts the packaged hub under load and holds its figures against limits measured in the"
            + " same run.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {IntakeCommand.class, PollCommand.class, LagCommand.class, GetLoopCommand.class})
public final class BenchCommand {}
