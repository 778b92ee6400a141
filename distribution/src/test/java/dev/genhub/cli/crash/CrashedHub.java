package dev.genhub.cli.crash;

import dev.genhub.cli.CommandRun;
import dev.genhub.cli.Distribution;
import dev.genhub.engine.key.MasterKey;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.simulator.RunningSimulator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The packaged hub on a database that outlives it, to be killed and started again. */
final class CrashedHub implements AutoCloseable {
  static final String JWT_SECRET = "a-secret-of-the-crash-tests-with-more-than-32-bytes";

  private final Path folder;
  private final Map<String, String> settings = new LinkedHashMap<>();
  private final int port = Distribution.freePort();
  private CommandRun run;

  CrashedHub(Path folder, TestDatabase database, RunningSimulator provider) {
    this.folder = folder;
    settings.put("genhub.http.port", String.valueOf(port));
    settings.put("genhub.public-url", address());
    settings.put("genhub.data-dir", folder.resolve("data").toString());
    settings.put("genhub.database.url", database.url());
    settings.put("genhub.database.user", database.user());
    settings.put("genhub.database.password", database.password());
    settings.put("genhub.master-key", MasterKey.generate());
    settings.put("genhub.auth.jwt-secret", JWT_SECRET);
    settings.put("genhub.providers.kie.base-url", provider.baseUrl().toString());
    settings.put("genhub.webhooks.allow-private-addresses", "true");
    settings.put("genhub.dispatch.lease", "3s");
    settings.put("genhub.dispatch.unknown-outcome-timeout", "25s");
    settings.put("genhub.polling.initial-delay", "300ms");
    settings.put("genhub.polling.max-delay", "1s");
  }

  String address() {
    return "http://127.0.0.1:" + port;
  }

  void start() {
    List<String> arguments = new ArrayList<>(List.of("run"));
    settings.forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
    run = Distribution.start(folder, arguments.toArray(String[]::new));
    run.awaitOutput("Genhub listens on ");
  }

  /** SIGKILL: nothing of the hub's own runs any more. */
  void kill() throws InterruptedException {
    run.process().destroyForcibly().waitFor();
  }

  @Override
  public void close() {
    if (run != null) {
      run.close();
    }
  }
}
