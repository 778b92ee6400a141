package dev.genhub.engine.plugin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Copies of jars in a folder that only the hub uses. Plugins are loaded from there: whoever writes
 * over a jar in the plugins folder, or takes it away, changes nothing below a class loader's feet,
 * and what was checked is what is loaded.
 */
final class JarCopies implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(JarCopies.class);

  private final Path folder;

  /** Makes a folder of its own, which only this user can read. */
  JarCopies() {
    try {
      folder = Files.createTempDirectory("genhub-plugins-");
    } catch (IOException failed) {
      throw new UncheckedIOException("no folder can be made for copies of plugins", failed);
    }
  }

  /**
   * Copies a jar, keeping its name.
   *
   * @throws IOException if it cannot be read, or is being written
   */
  Path of(Path jar) throws IOException {
    Path place = Files.createTempDirectory(folder, "jar-");
    Path copy = place.resolve(String.valueOf(jar.getFileName()));
    JarLook before = JarLook.at(jar);
    Files.copy(jar, copy, StandardCopyOption.REPLACE_EXISTING);
    if (!JarLook.at(jar).equals(before)) {
      delete(copy);
      throw new IOException("it is being written");
    }
    return copy;
  }

  /** Deletes a copy. */
  void delete(Path copy) {
    deleteAll(copy.getParent());
  }

  @Override
  public void close() {
    deleteAll(folder);
  }

  private static void deleteAll(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.deleteIfExists(file);
      }
    } catch (IOException left) {
      LOG.warn("{} is left behind: {}", root, left.toString());
    }
  }
}
