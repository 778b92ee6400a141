package dev.genhub.bench.hub;

import dev.genhub.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of the hub's routes with some flows left out; deleted in the end.
 *
 * @param folder what {@code genhub.routes-dir} is set to
 */
public record PartialRoutes(Path folder) implements AutoCloseable {

  /**
   * Copies the routes of a home without one of the files.
   *
   * @param leftOut the file, as it stands below the folder of routes
   * @throws BenchException if there is no such file, or no copy can be made
   */
  public static PartialRoutes without(Path home, String leftOut) {
    Path routes = home.resolve("routes");
    Path out = routes.resolve(leftOut);
    if (!Files.isRegularFile(out)) {
      throw new BenchException("the flow to be left out is not there: " + out);
    }
    try (Stream<Path> files = Files.walk(routes)) {
      Path folder = Files.createTempDirectory("genhub-bench-routes");
      List<Path> kept =
          files
              .filter(Files::isRegularFile)
              .filter(file -> !file.equals(out) && isRoute(file.toString()))
              .toList();
      for (Path file : kept) {
        Path copy = folder.resolve(routes.relativize(file));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
      return new PartialRoutes(folder);
    } catch (IOException failed) {
      throw new BenchException("the routes cannot be copied: " + failed.getMessage(), failed);
    }
  }

  private static boolean isRoute(String file) {
    return file.endsWith(".camel.yaml") || file.endsWith(".sql");
  }

  @Override
  public void close() {
    Folders.delete(folder);
  }
}
