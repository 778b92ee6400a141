package dev.genhub.engine.key;

import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.money.CreditsLow;
import dev.genhub.spi.FailureKind;
import dev.genhub.spi.KeyReport;
import java.time.Clock;
import org.apache.camel.Body;
import org.apache.camel.Variable;

/** Sets a key aside or takes it back, by what its test said, and answers. */
public final class RecordKeyReport {

  private final KeyStore keys;
  private final CreditsLow low;
  private final Clock clock;

  /** Records in the store; tells the key's user when its account runs low. */
  public RecordKeyReport(KeyStore keys, CreditsLow low, Clock clock) {
    this.keys = keys;
    this.low = low;
    this.clock = clock;
  }

  /** Waits until it is committed. */
  public ApiResponse record(@Body KeyReport report, @Variable("test") KeyTest test) {
    keys.tested(test.actor(), test.key(), report);
    if (report.creditsRemaining().isPresent() || refusedForCredits(report)) {
      low.report(
          test.key().id(), test.actor().userId(), test.key().provider(), report.creditsRemaining());
    }
    return ApiResponse.ok(
        new KeyTestView(
            report.problem().isEmpty(),
            report.problem().map(failure -> failure.kind().code()).orElse(null),
            report.creditsRemaining().orElse(null),
            clock.instant()));
  }

  private static boolean refusedForCredits(KeyReport report) {
    return report
        .problem()
        .filter(failure -> failure.kind() == FailureKind.INSUFFICIENT_CREDITS)
        .isPresent();
  }
}
