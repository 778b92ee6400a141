package dev.genhub.app.plugin;

import dev.genhub.app.folder.Look;
import dev.genhub.app.folder.WatchedFolder;
import dev.genhub.engine.catalogue.PluginFiles;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder that holds the plugins' jars. What begins with a dot is passed over, so that a jar can
 * be put there under such a name and moved to its own once it is complete.
 *
 * @param root the folder; one that is not there is an empty one
 */
public record PluginFolder(Path root) implements WatchedFolder {

  @Override
  public String name() {
    return "plugins";
  }

  @Override
  public String toString() {
    return "the plugins folder " + root;
  }

  @Override
  public Map<String, Look> look() throws IOException {
    Map<String, Look> found = new TreeMap<>();
    try (DirectoryStream<Path> jars = Files.newDirectoryStream(root, "*.jar")) {
      for (Path jar : jars) {
        look(jar, found);
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return Map.of();
    }
    return found;
  }

  /** A jar looks other once its plugin is stopped. */
  private Look look(String name, Look jar) {
    return new PluginFiles(root).isStopped(name)
        ? new Look(jar.size(), jar.modified(), jar.key() + PluginFiles.STOPPED)
        : jar;
  }

  private void look(Path jar, Map<String, Look> found) throws IOException {
    String name = String.valueOf(jar.getFileName());
    try {
      BasicFileAttributes is = Files.readAttributes(jar, BasicFileAttributes.class);
      if (is.isRegularFile() && !name.startsWith(".")) {
        found.put(name, look(name, Look.of(is)));
      }
    } catch (NoSuchFileException gone) {
      // taken away between the listing and this look
    }
  }
}
