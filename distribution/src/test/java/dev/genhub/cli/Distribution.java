package dev.genhub.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The unpacked archive, started as a user starts it: by its script. */
public final class Distribution {
  private static final Path SCRIPT = Path.of(System.getProperty("genhub.distribution"));

  private Distribution() {}

  /** The folder of the plugins that come along. */
  public static Path plugins() {
    return SCRIPT.resolveSibling("plugins");
  }

  /** Starts a command; the output is gathered while it runs. */
  public static CommandRun start(Path outputs, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(SCRIPT.toString());
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(outputs, arguments[0], ".out");
      Path err = Files.createTempFile(outputs, arguments[0], ".err");
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
      // a process that lives for seconds spends them compiling otherwise
      builder.environment().put("GENHUB_JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
      Process process = builder.start();
      return new CommandRun(process, out, err);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** A port that nobody has at this moment. */
  public static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
