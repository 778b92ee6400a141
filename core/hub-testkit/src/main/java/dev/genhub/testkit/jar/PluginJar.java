package dev.genhub.testkit.jar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A jar, read once.
 *
 * @param entries the names of all files
 * @param extensions the class names in {@code META-INF/extensions.idx}
 */
record PluginJar(
    Path path,
    Manifest declared,
    List<String> entries,
    List<String> extensions,
    List<ClassFile> classes) {

  static PluginJar read(Path path) {
    List<String> entries = new ArrayList<>();
    List<String> extensions = new ArrayList<>();
    List<ClassFile> classes = new ArrayList<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().filter(each -> !each.isDirectory()).toList()) {
        entries.add(entry.getName());
        byte[] content = content(jar, entry);
        if (entry.getName().endsWith(".class")) {
          classes.add(ClassFile.parse(entry.getName(), content));
        } else if (entry.getName().equals("META-INF/extensions.idx")) {
          new String(content, StandardCharsets.UTF_8)
              .lines()
              .map(line -> line.replaceAll("#.*", "").trim())
              .filter(line -> !line.isEmpty())
              .forEach(extensions::add);
        }
      }
      Manifest manifest = jar.getManifest() == null ? new Manifest() : jar.getManifest();
      return new PluginJar(path, manifest, entries, extensions, classes);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(path + " is not a jar", unreadable);
    }
  }

  private static byte[] content(JarFile jar, JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return in.readAllBytes();
    }
  }

  /** A value of the manifest, or an empty text. */
  String manifest(String name) {
    String value = declared.getMainAttributes().getValue(name);
    return value == null ? "" : value;
  }
}
