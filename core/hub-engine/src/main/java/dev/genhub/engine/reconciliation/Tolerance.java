package dev.genhub.engine.reconciliation;

import java.math.BigDecimal;

/**
 * How much of a drift is rounding: one credit, or one percent of what was charged where that is
 * more. Providers show balances to two decimals and change prices between a quote and its charge.
 */
final class Tolerance {

  private static final BigDecimal LEAST = BigDecimal.ONE;
  private static final BigDecimal SHARE = new BigDecimal("0.01");

  private Tolerance() {}

  /** Whether the ledger and the account differ by more than rounding. */
  static boolean exceeded(BigDecimal drift, BigDecimal charged) {
    return drift.abs().compareTo(LEAST.max(charged.multiply(SHARE))) > 0;
  }
}
