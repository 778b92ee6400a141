package dev.genhub.routes.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Packs the classes of a package into a plugin's jar. */
final class PluginJar {
  private PluginJar() {}

  static void write(Path folder, String id, Class<?> plugin) throws IOException {
    write(folder.resolve(id + ".jar"), id, "1.0.0", plugin, Map.of());
  }

  /** Writes over what is there, as a copy command does. */
  static void write(Path file, String id, String version, Class<?> plugin, Map<String, String> more)
      throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Plugin-Id", id);
    attributes.putValue("Plugin-Version", version);
    attributes.putValue("Plugin-Requires", ">=1.0.0 & <2.0.0");
    try (OutputStream out = Files.newOutputStream(file);
        JarOutputStream jar = new JarOutputStream(out, manifest)) {
      jar.putNextEntry(new JarEntry("META-INF/extensions.idx"));
      jar.write(plugin.getName().getBytes(StandardCharsets.UTF_8));
      for (Map.Entry<String, String> entry : more.entrySet()) {
        jar.putNextEntry(new JarEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
      for (Path type : classesBeside(plugin)) {
        jar.putNextEntry(
            new JarEntry(plugin.getPackageName().replace('.', '/') + "/" + type.getFileName()));
        Files.copy(type, jar);
      }
    }
  }

  private static List<Path> classesBeside(Class<?> plugin) throws IOException {
    Path folder =
        Path.of(plugin.getResource(plugin.getSimpleName() + ".class").getPath()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).toList();
    }
  }
}
