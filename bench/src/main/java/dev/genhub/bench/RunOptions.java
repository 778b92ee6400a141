package dev.genhub.bench;

import dev.genhub.bench.hub.DataFolder;
import dev.genhub.bench.hub.HubProcess;
import dev.genhub.bench.report.Report;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** What all benches have in common: for how long, on which data, with what result. */
final class RunOptions {
  /** On two cores the hub's JVM goes on compiling for that long. */
  private static final int WARM_UP_SECONDS = 30;

  /** A bare loop is small and soon compiled. */
  private static final Duration LIMIT_WARM_UP = Duration.ofSeconds(5);

  @Option(
      names = "--seconds",
      defaultValue = "10",
      description = "How long each figure is measured (default: ${DEFAULT-VALUE}).")
  private int seconds;

  @Option(
      names = "--warm-up",
      defaultValue = "" + WARM_UP_SECONDS,
      description =
          "Seconds that the hub is under load before it counts (default: ${DEFAULT-VALUE}).")
  private int warmUpSeconds;

  @Option(
      names = "--data-dir",
      description = "The hub's data folder; it stays (default: a new one that is deleted).")
  private Path dataDir;

  @Option(
      names = "-D",
      paramLabel = "setting=value",
      description = "Overrides a setting of the hub, for example -D genhub.http.workers=512.")
  private Map<String, String> overrides = Map.of();

  @Option(
      names = "--hub-java-options",
      defaultValue = "",
      description = "Options of the hub's JVM, for example '-XX:StartFlightRecording=...'.")
  private String javaOptions;

  @Option(names = "--json", description = "Prints the report as JSON.")
  private boolean json;

  Duration measured() {
    return Duration.ofSeconds(seconds);
  }

  Duration warmUp() {
    return Duration.ofSeconds(warmUpSeconds);
  }

  Duration limitWarmUp() {
    return LIMIT_WARM_UP;
  }

  DataFolder dataFolder() {
    return dataDir == null ? DataFolder.temporary() : DataFolder.kept(dataDir);
  }

  /** A hub with the settings of the bench, and those of the command line over them. */
  HubProcess startHub(DataFolder data, Map<String, String> settings) {
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(overrides);
    return HubProcess.start(home(), data.path(), all, javaOptions);
  }

  /** The folder of the script. */
  static Path home() {
    return Path.of(System.getProperty("genhub.home", ".")).toAbsolutePath().normalize();
  }

  void print(Report report, PrintWriter out) {
    out.println(json ? report.json() : report.table());
    out.flush();
  }
}
