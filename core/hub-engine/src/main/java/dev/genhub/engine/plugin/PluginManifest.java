package dev.genhub.engine.plugin;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Who a jar says it is.
 *
 * @param requires the range of SPI versions that it was written for; {@code *} for any
 * @param takesOver the range of its own earlier versions whose work it can finish; empty for those
 *     of the same major version
 */
record PluginManifest(String id, String version, String requires, Optional<String> takesOver) {

  /**
   * Reads a jar's manifest.
   *
   * @throws IllegalArgumentException if it is no plugin jar; the message says why
   */
  static PluginManifest of(Path jar) {
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      Attributes entries = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return new PluginManifest(
          require(entries, "Plugin-Id"),
          require(entries, "Plugin-Version"),
          find(entries, "Plugin-Requires").orElse("*"),
          find(entries, "Plugin-Takes-Over"));
    } catch (IOException unreadable) {
      throw new IllegalArgumentException(
          "is no plugin jar: " + unreadable.getMessage(), unreadable);
    }
  }

  private static String require(Attributes entries, String name) {
    return find(entries, name)
        .orElseThrow(
            () -> new IllegalArgumentException("is no plugin jar: its manifest has no " + name));
  }

  private static Optional<String> find(Attributes entries, String name) {
    return Optional.ofNullable(entries.getValue(name))
        .map(String::trim)
        .filter(value -> !value.isEmpty());
  }
}
