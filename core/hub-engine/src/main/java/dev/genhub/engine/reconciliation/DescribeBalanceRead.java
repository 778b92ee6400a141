package dev.genhub.engine.reconciliation;

import dev.genhub.engine.call.OutboundCall;
import dev.genhub.spi.CallContext;
import java.time.Clock;
import java.util.Optional;

/** Describes the call that reads a balance. */
public final class DescribeBalanceRead {

  private final KeyChecks checks;
  private final Clock clock;

  /** Asks the adapters that can check a key. */
  public DescribeBalanceRead(KeyChecks checks, Clock clock) {
    this.checks = checks;
    this.clock = clock;
  }

  /** The call, with the key that is checked. */
  public OutboundCall describe(BalanceCheck check) {
    CallContext context =
        new CallContext(clock.instant(), check.keyId().toString(), Optional.empty());
    return new OutboundCall(
        checks.ask(check, "describe a key's test", test -> test.describe(context)),
        Optional.of(check.keyVersionId()));
  }
}
