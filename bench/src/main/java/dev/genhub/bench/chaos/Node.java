package dev.genhub.bench.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A hub in a process of its own, killed and started again on the same port. */
final class Node implements AutoCloseable {
  private static final int STOP_SECONDS = 15;

  private final Path script;
  private final Path log;
  private final Map<String, String> settings;
  private final int port;
  private Process process;

  Node(String name, Path home, Path folder, Map<String, String> shared) throws IOException {
    this.script = home.resolve("genhub");
    this.log = folder.resolve(name + ".log");
    this.port = freePort();
    this.settings = new TreeMap<>(shared);
    settings.put("genhub.http.port", String.valueOf(port));
    settings.put("genhub.data-dir", folder.resolve(name).toString());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  /** Sets one more thing, before the start. */
  Node with(String setting, String value) {
    settings.put(setting, value);
    return this;
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void start() throws IOException {
    List<String> command = new ArrayList<>(List.of(script.toString(), "run"));
    settings.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // one that is killed every few seconds spends them starting otherwise
    builder.environment().put("GENHUB_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    process = builder.start();
  }

  /** SIGKILL: nothing of the hub's own runs any more. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Asks it to end. */
  @Override
  public void close() throws InterruptedException {
    if (process == null) {
      return;
    }
    process.destroy();
    if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
