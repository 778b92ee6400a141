package dev.genhub.engine.plugin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/** Reads the routes that a jar carries: {@code routes/<plugin>-<verb-object>.camel.yaml}. */
final class JarRoutes {

  private static final Pattern ROUTE = Pattern.compile("routes/[^/]+\\.camel\\.yaml");
  private static final int LARGEST = 256 * 1024;
  private static final int MOST = 50;

  private JarRoutes() {}

  /**
   * The texts of the routes, by their names in the folder {@code routes}.
   *
   * @throws IllegalArgumentException if there are too many, or one is too large
   */
  static Map<String, String> of(Path jar) {
    Map<String, String> texts = new TreeMap<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
        if (ROUTE.matcher(entry.getName()).matches()) {
          texts.put(entry.getName().substring("routes/".length()), text(file, entry));
        }
      }
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "its routes cannot be read: " + unreadable.getMessage(), unreadable);
    }
    if (texts.size() > MOST) {
      throw new IllegalArgumentException(
          "has " + texts.size() + " routes, " + MOST + " are allowed");
    }
    return texts;
  }

  private static String text(JarFile file, JarEntry entry) throws IOException {
    try (InputStream in = file.getInputStream(entry)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException(
            entry.getName() + " is larger than " + LARGEST + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
