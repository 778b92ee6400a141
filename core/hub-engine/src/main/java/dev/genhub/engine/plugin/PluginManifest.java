package dev.genhub.engine.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Who a jar says it is.
 *
 * @param requires the range of SPI versions that it was written for; {@code *} for any
 */
record PluginManifest(String id, String version, String requires) {

  /**
   * Reads a jar's manifest.
   *
   * @throws IllegalArgumentException if it is no plugin jar; the message says why
   */
  static PluginManifest of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      Attributes entries = manifest == null ? new Attributes() : manifest.getMainAttributes();
      String requires = entries.getValue("Plugin-Requires");
      return new PluginManifest(
          require(entries, "Plugin-Id"),
          require(entries, "Plugin-Version"),
          requires == null ? "*" : requires);
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "is no plugin jar: " + unreadable.getMessage(), unreadable);
    }
  }

  private static String require(Attributes entries, String name) {
    String value = entries.getValue(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("is no plugin jar: its manifest has no " + name);
    }
    return value.trim();
  }
}
