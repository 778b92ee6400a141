package dev.genhub.cli.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginTemplateTest {
  private static final String SOURCE =
      """
      package dev.genhub.example;
      class ExamplePlugin {
        String id = "example";
        String vendor = "https://api.acme.example";
      }
      """;

  @TempDir Path folder;

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve("example").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  @Test
  void everything_that_is_called_after_the_example_is_called_after_the_new_plugin()
      throws IOException {
    write("pom.xml", "<artifactId>example</artifactId>");
    write("src/main/java/dev/genhub/example/ExamplePlugin.java", SOURCE);
    write("target/classes/left.txt", "from an earlier build");
    Path target = folder.resolve("nova-clips");

    new PluginTemplate(folder.resolve("example")).copyTo(target, "nova-clips");

    assertThat(target.resolve("pom.xml")).hasContent("<artifactId>nova-clips</artifactId>");
    assertThat(target.resolve("src/main/java/dev/genhub/nova/clips/NovaClipsPlugin.java"))
        .hasContent(
            """
            package dev.genhub.nova.clips;
            class NovaClipsPlugin {
              String id = "nova-clips";
              String vendor = "https://api.acme.example";
            }
            """);
    assertThat(target.resolve("target")).doesNotExist();
  }

  @Test
  void a_copy_outside_of_the_checkout_finds_its_parent_elsewhere() throws IOException {
    write("pom.xml", "<relativePath>../pom.xml</relativePath>");
    Files.writeString(
        Files.createDirectories(folder.resolve(".mvn")).resolve("jvm.config"), "--add-exports");
    Path target = folder.resolve("elsewhere/nova");

    new PluginTemplate(folder.resolve("example")).copyTo(target, "nova");
    PluginTemplate.standAlone(target, folder);

    assertThat(target.resolve("pom.xml")).hasContent("<relativePath/>");
    assertThat(target.resolve(".mvn/jvm.config")).hasContent("--add-exports");
  }
}
