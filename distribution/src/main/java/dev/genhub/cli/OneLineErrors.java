package dev.genhub.cli;

import dev.genhub.app.StartException;
import dev.genhub.app.settings.SettingException;
import dev.genhub.bench.BenchException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a failed command with one line for people; stack traces are for defects only. */
final class OneLineErrors implements IExecutionExceptionHandler {
  private static final List<Class<? extends Exception>> EXPECTED =
      List.of(
          SettingException.class, StartException.class, CommandFailure.class, BenchException.class);

  @Override
  public int handleExecutionException(Exception failed, CommandLine command, ParseResult parsed)
      throws Exception {
    if (EXPECTED.stream().noneMatch(type -> type.isInstance(failed))) {
      throw failed;
    }
    command.getErr().println("genhub: " + failed.getMessage());
    command.getErr().flush();
    return CommandLine.ExitCode.SOFTWARE;
  }
}
