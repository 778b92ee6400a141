package dev.genhub.cli.hub;

import dev.genhub.cli.CommandRun;
import dev.genhub.cli.Distribution;
import dev.genhub.engine.key.MasterKey;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.simulator.RunningSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A packaged hub in a process of its own, to be ended, killed and started again. */
public final class PackagedHub implements AutoCloseable {
  /** What tokens for it are signed with. */
  public static final String JWT_SECRET = "a-secret-of-packaged-tests-with-more-than-32-bytes";

  private final Path folder;
  private final Map<String, String> settings;
  private final int port;
  private final List<CommandRun> runs = new ArrayList<>();

  private PackagedHub(Path folder, int port, Map<String, String> settings) {
    this.folder = folder;
    this.port = port;
    this.settings = Map.copyOf(settings);
  }

  /**
   * One that is not started yet, at a provider, with a database of its own in its data folder.
   *
   * @param folder for its data and its output
   */
  public static PackagedHub at(RunningSimulator provider, Path folder) {
    int port = Distribution.freePort();
    return new PackagedHub(folder, port, Map.of())
        .with("genhub.http.port", String.valueOf(port))
        .with("genhub.public-url", "http://127.0.0.1:" + port)
        .with("genhub.data-dir", folder.resolve("data").toString())
        .with("genhub.master-key", MasterKey.generate())
        .with("genhub.auth.jwt-secret", JWT_SECRET)
        .with("genhub.providers.kie.base-url", provider.baseUrl().toString())
        .with("genhub.webhooks.allow-private-addresses", "true")
        .with("genhub.database.pool-size", "6")
        .with("genhub.rate-limit.user-per-minute", "0")
        .with("genhub.providers.kie.submits-per-10s", "0")
        .with("genhub.polling.initial-delay", "300ms")
        .with("genhub.polling.max-delay", "1s");
  }

  /** The same with one setting more, or another value for one. */
  public PackagedHub with(String setting, String value) {
    Map<String, String> more = new TreeMap<>(settings);
    more.put(setting, value);
    return new PackagedHub(folder, port, more);
  }

  /** The same on a database that others may use too. */
  public PackagedHub on(TestDatabase database) {
    return with("genhub.database.url", database.url())
        .with("genhub.database.user", database.user())
        .with("genhub.database.password", database.password());
  }

  /** The base of its API. */
  public String address() {
    return "http://127.0.0.1:" + port;
  }

  /** The value of a setting that it was given. */
  public String setting(String name) {
    return settings.get(name);
  }

  /** Starts it and waits until it answers. */
  public PackagedHub start() {
    List<String> arguments = new ArrayList<>(List.of("run"));
    settings.forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
    CommandRun run = Distribution.start(folder, arguments.toArray(String[]::new));
    runs.add(run);
    run.awaitOutput("Genhub listens on ");
    return this;
  }

  /** SIGKILL: nothing of the hub's own runs any more. */
  public void kill() throws InterruptedException {
    runs.get(runs.size() - 1).process().destroyForcibly().waitFor();
  }

  /** Everything that it printed, over all of its starts. */
  public String output() {
    StringBuilder all = new StringBuilder();
    runs.forEach(run -> all.append(run.output()).append(run.errors()));
    return all.toString();
  }

  /** SIGTERM, and waits for the end. */
  @Override
  public void close() {
    runs.forEach(CommandRun::close);
  }
}
