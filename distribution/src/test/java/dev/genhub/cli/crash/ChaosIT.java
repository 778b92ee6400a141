package dev.genhub.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.cli.CommandRun;
import dev.genhub.cli.Distribution;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hubs on one database that are killed in turn, at a provider where much goes wrong. */
class ChaosIT {
  @TempDir Path folder;

  @Test
  void nothing_is_lost_and_nothing_is_paid_twice() {
    try (CommandRun chaos =
        Distribution.start(folder, "chaos", "--generations", "100", "--kills", "2")) {
      assertThat(chaos.exitCode(Duration.ofMinutes(5)))
          .as(chaos.output() + chaos.errors())
          .isZero();
      assertThat(chaos.output())
          .containsPattern("accepted +100\n")
          .containsPattern("lost +0 *\n")
          .containsPattern("submitted twice +0\n");
    }
  }
}
