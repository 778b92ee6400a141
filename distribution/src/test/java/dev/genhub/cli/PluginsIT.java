package dev.genhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code genhub plugins}, as the archive ships it, with the plugins that come along. */
class PluginsIT {
  private static final Path SHIPPED = Distribution.plugins();

  @TempDir Path outputs;
  @TempDir Path plugins;

  private CommandRun run(String... arguments) {
    return Distribution.start(outputs, arguments);
  }

  private CommandRun list() {
    return run("plugins", "list", "--dir", plugins.toString());
  }

  @Test
  void the_shipped_plugins_work() {
    try (CommandRun run = run("plugins", "list")) {
      assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
      assertThat(run.output().lines().findFirst().orElseThrow()).startsWith("PLUGIN");
      assertThat(run.output()).contains("kie-veo").contains("kie-suno").doesNotContain("failed");
    }
  }

  @Test
  void a_broken_jar_is_told_of_and_does_not_hide_the_others() throws IOException {
    Files.copy(SHIPPED.resolve("kie-veo.jar"), plugins.resolve("kie-veo.jar"));
    Files.writeString(plugins.resolve("broken.jar"), "<html>404</html>");

    try (CommandRun run = list()) {
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.output())
          .containsPattern("kie-veo +1\\S* +started +kie-ai +\\d+ +kie-veo.jar")
          .containsPattern("broken.jar +failed .*is no plugin jar: zip END header not found");
    }
  }

  @Test
  void a_jar_is_installed_replaces_its_earlier_version_and_is_removed() throws IOException {
    Files.copy(SHIPPED.resolve("kie-veo.jar"), plugins.resolve("veo-of-old.jar"));
    String jar = SHIPPED.resolve("kie-veo.jar").toString();

    try (CommandRun run = run("plugins", "install", jar, "--dir", plugins.toString())) {
      assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
      assertThat(run.output()).contains("Installed kie-veo 1");
    }
    assertThat(plugins.toFile().list()).containsExactly("kie-veo.jar");

    try (CommandRun run = run("plugins", "remove", "kie-veo", "--dir", plugins.toString())) {
      assertThat(run.exitCode()).as(run.output() + run.errors()).isZero();
    }
    assertThat(plugins).isEmptyDirectory();
  }

  @Test
  void what_is_no_plugin_is_not_installed() throws IOException {
    Path jar = Files.writeString(outputs.resolve("broken.jar"), "nothing");

    try (CommandRun run = run("plugins", "install", jar.toString(), "--dir", plugins.toString())) {
      assertThat(run.exitCode()).isNotZero();
      assertThat(run.errorLines())
          .hasSize(1)
          .first()
          .asString()
          .contains("is not installed: it is no plugin jar");
    }
    assertThat(plugins).isEmptyDirectory();
  }
}
