package dev.genhub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.app.GenhubApplication;
import dev.genhub.app.RunningHub;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.cli.CommandFailure;
import dev.genhub.cli.Home;
import dev.genhub.cli.UntilStopped;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import dev.genhub.simulator.Dialect;
import dev.genhub.simulator.Simulator;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code genhub demo}: one image, one video and one song through the whole hub. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description = {
      "Starts the hub on an embedded PostgreSQL and a stand-in for KIE.AI, makes one image, one video"
          + " and one song through the public API, and shows where they are.",
      "A demo that was interrupted goes on with what it left unfinished."
    })
public final class DemoCommand implements Callable<Integer> {
  private static final UUID USER = UUID.fromString("0190de30-0000-7000-8000-000000000001");
  private static final Duration TOKEN_LASTS = Duration.ofHours(24);

  @Option(names = "--once", description = "Ends after the three, with 0 if all are completed.")
  private boolean once;

  @Option(
      names = "--dialect",
      defaultValue = "live",
      description = "How KIE.AI is spoken to: live or guide (default: ${DEFAULT-VALUE}).")
  private Dialect dialect;

  @Option(names = "--port", description = "The hub's port (default: genhub.http.port).")
  private Integer port;

  @Option(
      names = "--data-dir",
      defaultValue = "data/demo",
      description = "Database, files and results (default: ${DEFAULT-VALUE}).")
  private Path dataDir;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    long started = System.nanoTime();
    Path data = Home.folder().resolve(dataDir).toAbsolutePath().normalize();
    DemoLog.writeTo(data.resolve("genhub.log"));
    try {
      return run(data, started);
    } catch (DemoFailure failed) {
      throw new CommandFailure(failed.getMessage());
    }
  }

  private int run(Path data, long started) throws DemoFailure, InterruptedException {
    int simulatorPort = StablePort.choose(data.resolve("simulator.port"));
    UntilStopped.closeAtExit(Simulator.start(DemoSettings.simulator(data, simulatorPort, dialect)));
    HubSettings settings =
        DemoSettings.hub(data, simulatorPort, dialect, Optional.ofNullable(port));
    RunningHub hub = GenhubApplication.start(settings);
    UntilStopped.closeAtExit(hub);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Genhub listens on %s (ready after %s)%n", hub.address(), since(started));
    out.flush();
    String token =
        new TokenIssuer(settings.tokens(), Clock.systemUTC())
            .issue(new Caller(USER, false), TOKEN_LASTS);
    boolean complete = make(new HubClient(hub.address(), token), data, started);
    return once ? (complete ? 0 : 1) : stay(hub, token);
  }

  private boolean make(HubClient client, Path data, long started) throws DemoFailure {
    PrintWriter out = spec.commandLine().getOut();
    client.ensureKey("kie-ai", "demo", "demo-key-" + USER);
    DemoRun demo = new DemoRun(client, board(out));
    List<JsonNode> made = demo.follow(demo.start());
    out.printf("All settled after %s. The results:%n", since(started));
    return report(made, new ResultFolder(data.resolve("results"), client), out);
  }

  private int stay(RunningHub hub, String token) throws InterruptedException {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%nThe API is at %s, described in /openapi.json. Try:%n", hub.address());
    out.printf("  curl -H 'Authorization: Bearer %s' %s/v1/generations%n", token, hub.address());
    out.println("Ctrl-C ends the demo.");
    out.flush();
    return UntilStopped.await();
  }

  private static ProgressBoard board(PrintWriter out) {
    boolean terminal =
        System.console() != null && !"dumb".equals(System.getenv().getOrDefault("TERM", "dumb"));
    return terminal ? new TerminalBars(out) : new PlainLines(out);
  }

  private static boolean report(List<JsonNode> made, ResultFolder folder, PrintWriter out)
      throws DemoFailure {
    boolean complete = true;
    for (JsonNode generation : made) {
      List<Path> files = folder.save(generation);
      files.forEach(file -> out.println("  " + file));
      complete &= generation.path("status").asText().equals("completed") && !files.isEmpty();
    }
    out.flush();
    return complete;
  }

  private static String since(long started) {
    return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - started) / 1e9);
  }
}
