package dev.genhub.engine.reconciliation;

import dev.genhub.engine.call.CallResult;
import dev.genhub.engine.money.CreditsLow;
import dev.genhub.spi.HttpReply;
import dev.genhub.spi.KeyReport;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the balance that a provider told, warns when the ledger does not explain it, and tells the
 * user when it is low. A provider that does not answer is asked again the next night.
 */
public final class RecordBalance {

  private static final Logger LOG = LoggerFactory.getLogger(RecordBalance.class);

  private final KeyChecks checks;
  private final BalanceStore balances;
  private final CreditsLow low;
  private final Clock clock;

  /** Reads with the adapters, keeps in the store. */
  public RecordBalance(KeyChecks checks, BalanceStore balances, CreditsLow low, Clock clock) {
    this.checks = checks;
    this.balances = balances;
    this.low = low;
    this.clock = clock;
  }

  /** Keeps what the call said of the key. */
  public void record(@Body CallResult result, @Variable("check") BalanceCheck check) {
    Optional<BigDecimal> credits =
        result.match(
            reply -> read(check, reply),
            failure -> Optional.<BigDecimal>empty(),
            reason -> Optional.<BigDecimal>empty());
    if (credits.isEmpty()) {
      LOG.info("the balance of key={} provider={} was not told", check.keyId(), check.provider());
      return;
    }
    balances
        .keep(check, credits.get(), clock.instant())
        .filter(Comparison::drifts)
        .ifPresent(comparison -> warn(check, comparison));
    low.report(check.keyId(), check.userId(), check.provider(), credits);
  }

  private Optional<BigDecimal> read(BalanceCheck check, HttpReply reply) {
    KeyReport report = checks.ask(check, "read a key's test", test -> test.interpret(reply));
    return report.creditsRemaining();
  }

  private static void warn(BalanceCheck check, Comparison found) {
    LOG.warn(
        "the ledger drifts from the account: key={} provider={} drift={} credits, balance before={}"
            + " now={}, charged={}, in flight={}",
        check.keyId(),
        check.provider(),
        found.drift(),
        found.previous(),
        found.current(),
        found.charged(),
        found.inFlight());
  }
}
