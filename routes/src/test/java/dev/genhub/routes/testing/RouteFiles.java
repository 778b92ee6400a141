package dev.genhub.routes.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module that operators get. */
public final class RouteFiles {

  /** The module's folder. */
  public static final Path FOLDER = Path.of("").toAbsolutePath();

  private RouteFiles() {}

  /** The files with routes, by their names below the folder. */
  public static List<String> routes() {
    return ending(".camel.yaml");
  }

  /** The SQL files. */
  public static List<String> statements() {
    return ending(".sql");
  }

  /** Both. */
  public static List<String> all() {
    return Stream.concat(routes().stream(), statements().stream()).toList();
  }

  private static List<String> ending(String end) {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .map(file -> FOLDER.relativize(file).toString())
          .filter(name -> name.endsWith(end) && !name.matches("(src|target)/.*"))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A file's text. */
  public static String read(String name) {
    try {
      return Files.readString(FOLDER.resolve(name));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Copies all of them to where a test may change them. */
  public static void copyTo(Path folder) throws IOException {
    for (String name : all()) {
      Path copy = folder.resolve(name);
      Files.createDirectories(copy.getParent());
      Files.copy(FOLDER.resolve(name), copy);
    }
  }
}
