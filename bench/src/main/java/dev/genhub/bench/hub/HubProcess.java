package dev.genhub.bench.hub;

import dev.genhub.app.settings.HubSettings;
import dev.genhub.app.settings.SettingValues;
import dev.genhub.bench.BenchException;
import dev.genhub.engine.security.TokenPolicy;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A packaged hub in a process of its own, started by the script, ended by SIGTERM. */
public final class HubProcess implements AutoCloseable {
  /** The script may have to build first. */
  private static final Duration READY_WITHIN = Duration.ofMinutes(5);

  private static final Duration STOPPED_WITHIN = Duration.ofSeconds(20);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final Process process;
  private final URI address;
  private final HubSettings settings;
  private final Path log;

  private HubProcess(Process process, URI address, HubSettings settings, Path log) {
    this.process = process;
    this.address = address;
    this.settings = settings;
    this.log = log;
  }

  /**
   * Starts a hub on a free port and returns once it is ready. What it prints goes into {@code
   * hub.log} in its data folder.
   *
   * @param home the folder of the {@code genhub} script
   * @param javaOptions options of its JVM, separated by spaces
   * @throws BenchException if it does not become ready
   */
  public static HubProcess start(
      Path home, Path dataDir, Map<String, String> settings, String javaOptions) {
    System.err.println("starting the hub on " + dataDir + " ...");
    try {
      Files.createDirectories(dataDir);
      int port = freePort();
      Map<String, String> all = new TreeMap<>(settings);
      all.put("genhub.http.port", String.valueOf(port));
      all.put("genhub.data-dir", dataDir.toString());
      HubProcess hub = launch(home, dataDir.resolve("hub.log"), all, javaOptions, port);
      hub.awaitReady();
      return hub;
    } catch (IOException failed) {
      throw new BenchException("the hub cannot be started: " + failed.getMessage(), failed);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static HubProcess launch(
      Path home, Path log, Map<String, String> settings, String javaOptions, int port)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("genhub").toString(), "run"));
    settings.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("GENHUB_JAVA_OPTS", javaOptions);
    Process process = builder.start();
    // a bench that is interrupted leaves no hub behind
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy, "stop-hub"));
    return new HubProcess(
        process,
        URI.create("http://127.0.0.1:" + port),
        HubSettings.read(SettingValues.load(home, settings)),
        log);
  }

  private void awaitReady() {
    HubApi api = new HubApi(address);
    long end = System.nanoTime() + READY_WITHIN.toNanos();
    try {
      while (!api.ready()) {
        if (process.waitFor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
          throw new BenchException("the hub ended before it was ready: " + lastLine());
        }
        if (System.nanoTime() > end) {
          close();
          throw new BenchException("the hub was not ready within " + READY_WITHIN + ", see " + log);
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      close();
      throw new BenchException("interrupted while the hub started");
    }
  }

  private String lastLine() {
    try {
      List<String> lines = Files.readAllLines(log, StandardCharsets.UTF_8);
      return lines.isEmpty() ? "it said nothing" : lines.get(lines.size() - 1);
    } catch (IOException unreadable) {
      return "see " + log;
    }
  }

  /** The base of its API. */
  public URI address() {
    return address;
  }

  /** The process, with the embedded database below it. */
  public ProcessHandle process() {
    return process.toHandle();
  }

  /** How its tokens are made. */
  TokenPolicy tokens() {
    return settings.tokens();
  }

  /** Ends the hub by SIGTERM, by force when it does not end in time. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOPPED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
        System.err.println("genhub: the hub did not stop within " + STOPPED_WITHIN);
        process.destroyForcibly();
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
