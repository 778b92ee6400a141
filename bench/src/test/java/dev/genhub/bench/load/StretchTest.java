package dev.genhub.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StretchTest {

  @Test
  void itsBeginningBelongsToItItsEndDoesNot() {
    Stretch stretch = new Stretch(1_000, 3_000);

    assertThat(stretch.holds(999)).isFalse();
    assertThat(stretch.holds(1_000)).isTrue();
    assertThat(stretch.holds(2_999)).isTrue();
    assertThat(stretch.holds(3_000)).isFalse();
  }

  @Test
  void itIsOverFromItsEndOn() {
    Stretch stretch = new Stretch(1_000, 3_000);

    assertThat(stretch.isBefore(2_999)).isFalse();
    assertThat(stretch.isBefore(3_000)).isTrue();
  }

  @Test
  void theCountersAreReadAtBothEnds() {
    AtomicInteger counter = new AtomicInteger();
    Stretch stretch = Stretch.after(Duration.ofMillis(5), Duration.ofMillis(5));

    Stretch.Counted<Integer> ends = stretch.count(counter::incrementAndGet);

    assertThat(ends).isEqualTo(new Stretch.Counted<>(1, 2));
    assertThat(stretch.isBefore(System.nanoTime())).isTrue();
  }
}
