package dev.genhub.cli;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The PostgreSQL processes of a data folder, as the system lists them. */
final class DatabaseServers {
  private DatabaseServers() {}

  /** Process ids of servers on the folder. */
  static List<String> on(Path dataDir) throws IOException {
    String sign = dataDir.resolve("postgres/data").toString();
    try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
      return processes
          .map(process -> process.getFileName().toString())
          .filter(name -> name.matches("\\d+"))
          .filter(pid -> commandLine(pid).contains(sign))
          .toList();
    }
  }

  private static String commandLine(String pid) {
    try {
      return Files.readString(Path.of("/proc", pid, "cmdline")).replace('\0', ' ');
    } catch (IOException gone) {
      return "";
    }
  }

  /** Waits until there is none. */
  static void awaitNone(Path dataDir) {
    await().atMost(Duration.ofSeconds(20)).until(() -> on(dataDir).isEmpty());
  }
}
