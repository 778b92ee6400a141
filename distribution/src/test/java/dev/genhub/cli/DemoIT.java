package dev.genhub.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code genhub demo}: an image, a video and a song through the archive as it ships. */
class DemoIT {
  @TempDir Path folder;

  /** The simulator's usual port may be another one's. */
  @BeforeEach
  void chooseThePort() throws IOException {
    Files.writeString(
        Files.createDirectories(folder.resolve("data")).resolve("simulator.port"),
        String.valueOf(Distribution.freePort()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"live", "guide"})
  void makes_an_image_a_video_and_a_song(String dialect) throws IOException {
    try (CommandRun demo = demo(dialect)) {
      assertThat(demo.exitCode()).as(demo.output() + demo.errors()).isZero();

      assertThat(results("image")).isNotEmpty().allSatisfy(DemoIT::isPng);
      assertThat(results("video")).isNotEmpty().allSatisfy(DemoIT::isMp4);
      assertThat(results("music")).isNotEmpty().allSatisfy(DemoIT::isSound);
      assertThat(DatabaseServers.on(folder.resolve("data"))).isEmpty();
    }
  }

  @Test
  void goes_on_after_a_kill_with_what_was_under_way() throws Exception {
    try (CommandRun killed = demo("live")) {
      killed.awaitOutput("processing");
      killed.process().destroyForcibly().waitFor();
    }
    DatabaseServers.awaitNone(folder.resolve("data"));

    try (CommandRun again = demo("live")) {
      assertThat(again.exitCode()).as(again.output() + again.errors()).isZero();
      assertThat(results("image")).hasSize(4);
      assertThat(results("video")).hasSize(1);
      assertThat(results("music")).hasSize(2);
    }
  }

  private CommandRun demo(String dialect) {
    return Distribution.start(
        folder,
        "demo",
        "--once",
        "--dialect",
        dialect,
        "--port",
        String.valueOf(Distribution.freePort()),
        "--data-dir",
        folder.resolve("data").toString());
  }

  private List<Path> results(String kind) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("data/results"))) {
      return files.filter(file -> file.getFileName().toString().startsWith(kind)).toList();
    }
  }

  private static void isPng(Path file) {
    assertThat(head(file, 1, 4)).isEqualTo("PNG");
  }

  private static void isMp4(Path file) {
    assertThat(head(file, 4, 8)).isEqualTo("ftyp");
  }

  private static void isSound(Path file) {
    assertThat(head(file, 0, 4)).isEqualTo("RIFF");
    assertThat(head(file, 8, 12)).isEqualTo("WAVE");
  }

  private static String head(Path file, int from, int to) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    } catch (IOException failed) {
      throw new java.io.UncheckedIOException(failed);
    }
  }
}
