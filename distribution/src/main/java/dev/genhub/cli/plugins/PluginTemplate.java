package dev.genhub.cli.plugins;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The example plugin, from which others are made by giving it another name: as an id ({@code
 * example}), in a package ({@code genhub.example}) and at the head of class names ({@code
 * ExamplePlugin}).
 *
 * @param folder the example's Maven project
 */
record PluginTemplate(Path folder) {

  private static final String BUILT = "target";

  /**
   * Copies the example under another name.
   *
   * @param id the new plugin's, of small letters, digits and dashes
   * @param target a folder that is not there yet
   */
  void copyTo(Path target, String id) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = folder.relativize(file);
        if (!name.startsWith(BUILT)) {
          copy(file, target.resolve(renamed(name.toString(), id)), id);
        }
      }
    }
  }

  /**
   * Makes a copy build outside of the checkout: the parent comes from the local repository.
   *
   * @param home the checkout, whose options for the compiler's checks are copied too
   */
  static void standAlone(Path copy, Path home) throws IOException {
    Path pom = copy.resolve("pom.xml");
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace("<relativePath>../pom.xml</relativePath>", "<relativePath/>"));
    Path options = home.resolve(".mvn/jvm.config");
    if (Files.exists(options)) {
      Files.createDirectories(copy.resolve(".mvn"));
      Files.copy(options, copy.resolve(".mvn/jvm.config"));
    }
  }

  private static void copy(Path from, Path to, String id) throws IOException {
    Files.createDirectories(to.getParent());
    Files.writeString(to, renamed(Files.readString(from, StandardCharsets.UTF_8), id));
  }

  /** Names of files and their texts are renamed alike; the vendor of the example is left alone. */
  private static String renamed(String text, String id) {
    return text.replace("genhub/example", "genhub/" + id.replace('-', '/'))
        .replace("genhub\\example", "genhub\\" + id.replace('-', '\\'))
        .replace("genhub.example", "genhub." + packageOf(id))
        .replace("<artifactId>example<", "<artifactId>" + id + "<")
        .replace("# example\n", "# " + id + "\n")
        .replace("\"example\"", "\"" + id + "\"")
        .replace("Example", classPrefixOf(id));
  }

  private static String packageOf(String id) {
    return id.replace('-', '.');
  }

  private static String classPrefixOf(String id) {
    return Arrays.stream(id.split("-"))
        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
        .collect(Collectors.joining());
  }
}
