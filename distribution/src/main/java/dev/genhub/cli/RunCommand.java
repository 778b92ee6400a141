package dev.genhub.cli;

import dev.genhub.app.GenhubApplication;
import dev.genhub.app.RunningHub;
import dev.genhub.app.settings.HubSettings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code genhub run}: the hub alone, until it is told to stop. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the hub with the settings of config/application.properties.")
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "-D",
      paramLabel = "setting=value",
      description = "Overrides a setting, for example -D genhub.http.port=9000.")
  private Map<String, String> overrides = Map.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    HubSettings settings = HubSettings.read(Home.settings(overrides));
    RunningHub hub = GenhubApplication.start(settings);
    UntilStopped.closeAtExit(hub);
    spec.commandLine().getOut().println("Genhub listens on " + hub.address());
    spec.commandLine().getOut().flush();
    return UntilStopped.await();
  }
}
