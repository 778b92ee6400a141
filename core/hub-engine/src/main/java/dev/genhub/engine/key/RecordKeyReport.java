package dev.genhub.engine.key;

import dev.genhub.engine.http.ApiResponse;
import dev.genhub.spi.KeyReport;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Sets a key aside or takes it back, by what its test said, and answers. */
public final class RecordKeyReport {

  private final KeyStore keys;
  private final Clock clock;

  /** Records in the store. */
  public RecordKeyReport(KeyStore keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** Waits until it is committed. */
  public ApiResponse record(@Body KeyReport report, @Variable("test") KeyTest test) {
    keys.tested(test.actor(), test.key(), report);
    return ApiResponse.ok(
        new KeyTestView(
            report.problem().isEmpty(),
            report.problem().map(failure -> failure.kind().code()).orElse(null),
            report.creditsRemaining().orElse(null),
            clock.instant()));
  }
}
