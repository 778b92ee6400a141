package dev.genhub.engine.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The statements that stand beside the routes, as the routes run them. */
public final class RouteSql {

  private static final Path FOLDER = Path.of("..", "..", "routes", "sql");

  private RouteSql() {}

  /** A statement with the route's {@code :#${body[name]}} as {@code :name}. */
  public static String read(String file) {
    try {
      return Files.readString(FOLDER.resolve(file))
          .replaceAll("(?m)^--.*$", "")
          .replaceAll(":#\\$\\{body\\[(\\w+)]}", ":$1");
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
