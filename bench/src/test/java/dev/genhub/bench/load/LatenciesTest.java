package dev.genhub.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LatenciesTest {

  @Test
  void aPercentileIsTheNearestRankWhateverTheOrder() {
    Latencies latencies = new Latencies();
    for (long millis = 100; millis >= 1; millis--) {
      latencies.add(Duration.ofMillis(millis).toNanos());
    }

    assertThat(latencies.percentile(0.50)).isEqualTo(Duration.ofMillis(50));
    assertThat(latencies.percentile(0.99)).isEqualTo(Duration.ofMillis(99));
    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofMillis(100));
    assertThat(latencies.summary()).isEqualTo("p50 50.0 ms, p95 95.0 ms, p99 99.0 ms");
  }

  @Test
  void keepsEveryOneOfMany() {
    Latencies latencies = new Latencies();
    for (int i = 1; i <= 200_000; i++) {
      latencies.add(i);
    }

    assertThat(latencies.size()).isEqualTo(200_000);
    assertThat(latencies.percentile(1)).isEqualTo(Duration.ofNanos(200_000));
  }

  @Test
  void nothingTookNoTime() {
    assertThat(new Latencies().percentile(0.99)).isZero();
  }
}
