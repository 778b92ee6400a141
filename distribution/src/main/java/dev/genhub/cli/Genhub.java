package dev.genhub.cli;

import dev.genhub.bench.BenchCommand;
import dev.genhub.bench.chaos.ChaosCommand;
import dev.genhub.cli.demo.DemoCommand;
import dev.genhub.cli.plugins.PluginsCommand;
import dev.genhub.simulator.SimulatorCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The top of the command line. */
@Command(
    name = "genhub",
    mixinStandardHelpOptions = true,
    version = "Genhub 1.0.0",
    description = "One API for AI images, videos and music behind your own app.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BenchCommand.class,
      ChaosCommand.class,
      DemoCommand.class,
      PluginsCommand.class,
      RunCommand.class,
      SimulatorCommand.class,
      TokenCommand.class
    })
public final class Genhub {

  private Genhub() {}

  /** Called by the script. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Genhub())
        .setExecutionExceptionHandler(new OneLineErrors())
        .setParameterExceptionHandler(new OneLineUsage())
        .setCaseInsensitiveEnumValuesAllowed(true);
  }
}
