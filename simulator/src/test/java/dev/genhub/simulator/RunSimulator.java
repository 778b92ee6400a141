package dev.genhub.simulator;

/** The command in a process of its own. */
final class RunSimulator {

  private RunSimulator() {}

  public static void main(String[] arguments) {
    System.exit(SimulatorCommand.commandLine().execute(arguments));
  }
}
