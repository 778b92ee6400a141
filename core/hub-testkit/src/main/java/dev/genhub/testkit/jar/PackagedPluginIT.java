package dev.genhub.testkit.jar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of a packaged plugin. Nothing is to be written for it: the build runs it from the
 * kit after {@code package}, with the system property {@code plugin.jar} naming the jar (see {@code
 * dependenciesToScan} of the failsafe plugin in {@code provider-plugins/pom.xml}).
 */
@DisplayName("The packaged plugin")
public class PackagedPluginIT {

  private static final long LARGEST = 1024 * 1024;
  private static final int NEWEST_CLASS_FILE = 61; // Java 17

  /** What the hub shows to every plugin, or what no plugin may see. */
  private static final List<String> FOREIGN =
      List.of(
          "dev/genhub/spi/",
          "dev/genhub/testkit/",
          "dev/genhub/engine/",
          "org/pf4j/",
          "org/slf4j/",
          "com/fasterxml/",
          "org/apache/camel/",
          "org/junit/",
          "org/assertj/");

  /** The jar under test. */
  protected Path jar() {
    String property = System.getProperty("plugin.jar", "");
    assertThat(property).as("the system property plugin.jar, which names the jar").isNotBlank();
    return Path.of(property);
  }

  private PluginJar open() {
    Path path = jar();
    assertThat(path).as("the packaged jar; run this after the package phase").isRegularFile();
    return PluginJar.read(path);
  }

  @Test
  @DisplayName("its manifest names it and a range of the SPI's versions")
  void manifest() {
    PluginJar jar = open();
    assertThat(jar.manifest("Plugin-Id")).as("Plugin-Id").matches("[a-z][a-z0-9-]*");
    assertThat(jar.manifest("Plugin-Version")).as("Plugin-Version").matches("\\d+\\.\\d+\\.\\d+.*");
    assertThat(jar.manifest("Plugin-Requires"))
        .as("Plugin-Requires; a bare version would let every later SPI pass")
        .matches(">=\\d+\\.\\d+\\.\\d+ & <\\d+\\.\\d+\\.\\d+");
  }

  @Test
  @DisplayName("it has exactly one extension")
  void oneExtension() {
    assertThat(open().extensions())
        .as("META-INF/extensions.idx, written by PF4J's annotation processor for @Extension")
        .hasSize(1);
  }

  @Test
  @DisplayName("it brings none of the hub's own classes")
  void nothingForeign() {
    List<String> foreign =
        open().entries().stream()
            .filter(entry -> FOREIGN.stream().anyMatch(entry::startsWith))
            .toList();
    assertThat(foreign)
        .as("classes that the hub shares or that plugins must do without; scope 'provided'")
        .isEmpty();
  }

  @Test
  @DisplayName("it does no I/O, keeps no time, starts no threads and writes no log")
  void nothingForbidden() {
    List<String> found =
        open().classes().stream()
            .flatMap(
                file -> file.uses().stream().filter(ForbiddenApis::contain).map(use -> file + use))
            .sorted()
            .toList();
    assertThat(found).as("a plugin describes calls and reads replies").isEmpty();
  }

  @Test
  @DisplayName("it runs on Java 17")
  void classFiles() {
    assertThat(open().classes())
        .allSatisfy(
            file ->
                assertThat(file.major())
                    .as("the class file version of %s", file.name())
                    .isLessThanOrEqualTo(NEWEST_CLASS_FILE));
  }

  @Test
  @DisplayName("it is small")
  void size() throws IOException {
    assertThat(Files.size(jar())).as("bytes").isLessThanOrEqualTo(LARGEST);
  }

  @Test
  @DisplayName("it works where only the SPI is in sight")
  void standsAlone() throws IOException, ReflectiveOperationException {
    PluginJar jar = open();
    try (AloneLoader loader = new AloneLoader(jar.path())) {
      ProviderPlugin plugin =
          (ProviderPlugin)
              loader.loadClass(jar.extensions().get(0)).getDeclaredConstructor().newInstance();
      assertThat(plugin.descriptor().id())
          .as("the descriptor's id, and Plugin-Id in the manifest")
          .isEqualTo(jar.manifest("Plugin-Id"));
      assertThat(plugin.adapter(defaults(plugin)).models()).as("models").isNotEmpty();
    }
  }

  private static ProviderSettings defaults(ProviderPlugin plugin) {
    Stream<SettingSpec> settings = plugin.descriptor().settings().stream();
    return new ProviderSettings(
        settings
            .filter(setting -> setting.defaultValue().isPresent())
            .collect(
                Collectors.toMap(
                    SettingSpec::name, setting -> setting.defaultValue().orElseThrow())));
  }
}
