package dev.genhub.bench.chaos;

import dev.genhub.bench.hub.DataFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code genhub chaos}: shows that nothing is lost and nothing is sent twice. */
@Command(
    name = "chaos",
    mixinStandardHelpOptions = true,
    description = {
      "Runs two hubs on one database against a provider that loses answers and callbacks, kills the"
          + " hubs in turn, and holds the hub's books against the provider's.",
      "Ends with 0 when nothing was lost, nothing sent twice, and no credit differs."
    })
public final class ChaosCommand implements Callable<Integer> {

  @Option(
      names = "--generations",
      defaultValue = "1000",
      description = "How many are posted (default: ${DEFAULT-VALUE}).")
  private int generations;

  @Option(
      names = "--kills",
      defaultValue = "12",
      description = "How many times a hub is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  @Option(
      names = "--kill-every",
      defaultValue = "5",
      description = "Seconds between two kills (default: ${DEFAULT-VALUE}).")
  private int secondsApart;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path home = Path.of(System.getProperty("genhub.home", ".")).toAbsolutePath().normalize();
    ChaosPlan plan =
        new ChaosPlan(generations, kills, Duration.ofSeconds(secondsApart), ChaosPlan.usualRates());
    try (DataFolder folder = DataFolder.temporary()) {
      Verdict verdict = new ChaosRun(home, folder.path(), plan, spec.commandLine().getOut()).run();
      verdict.print(spec.commandLine().getOut());
      return verdict.good() ? 0 : 1;
    }
  }
}
