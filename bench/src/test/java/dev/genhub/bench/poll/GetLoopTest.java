package dev.genhub.bench.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class GetLoopTest {

  @Test
  void everyThreadReadsAtTheStubUntilTheTimeIsUp() throws InterruptedException {
    try (StatusStub provider = StatusStub.start()) {
      GetLoop.run(provider.address(), 2, Duration.ofMillis(200));

      assertThat(provider.arrived()).isGreaterThanOrEqualTo(2);
    }
  }
}
