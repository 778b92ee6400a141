package dev.genhub.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {

  @Test
  void theShareOfEachIsWhatWasUsedBetweenTheEnds() {
    ProcessorTime first =
        new ProcessorTime(Duration.ofMillis(100), Duration.ofMillis(10), Duration.ZERO);
    ProcessorTime last =
        new ProcessorTime(Duration.ofMillis(300), Duration.ofMillis(60), Duration.ofMillis(10));

    ProcessorTime used = ProcessorTime.between(new Stretch.Counted<>(first, last));

    assertThat(used.each("hub", 1_000)).isEqualTo("hub 200 µs, database 50 µs, load 10 µs");
  }

  @Test
  void thisProcessHasUsedSome() {
    assertThat(ProcessorTime.of(ProcessHandle.current()).load()).isPositive();
  }
}
