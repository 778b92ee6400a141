package dev.genhub.app.route;

import dev.genhub.app.folder.Look;
import dev.genhub.app.folder.WatchedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder that holds the routes, and under {@code sql} their statements. What editors leave
 * beside a file while it is open is passed over.
 *
 * @param root the folder
 */
record RouteFolder(Path root) implements WatchedFolder {
  static final String ROUTE = ".camel.yaml";
  static final String SQL = ".sql";

  private static final int DEPTH = 4;

  @Override
  public String name() {
    return "routes";
  }

  @Override
  public String toString() {
    return "the routes folder " + root;
  }

  @Override
  public Map<String, Look> look() throws IOException {
    Map<String, Look> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : (Iterable<Path>) files.filter(this::counts)::iterator) {
        try {
          BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
          if (is.isRegularFile()) {
            found.put(name(file), Look.of(is));
          }
        } catch (NoSuchFileException gone) {
          // an editor took it away between the listing and this look
        }
      }
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
    return found;
  }

  private boolean counts(Path file) {
    for (Path part : root.relativize(file)) {
      if (part.toString().startsWith(".") || part.toString().startsWith("#")) {
        return false;
      }
    }
    String name = file.toString();
    return name.endsWith(ROUTE) || name.endsWith(SQL);
  }

  private String name(Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }

  boolean has(String name) {
    return Files.isRegularFile(root.resolve(name));
  }

  /** The text of a file. */
  String read(String name) throws IOException {
    return Files.readString(root.resolve(name), StandardCharsets.UTF_8);
  }
}
