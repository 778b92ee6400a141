package dev.genhub.app;

import dev.genhub.engine.audit.AuditLog;
import dev.genhub.engine.defaults.ChangeDefaults;
import dev.genhub.engine.defaults.DefaultModels;
import dev.genhub.engine.defaults.GetDefaults;
import dev.genhub.engine.money.CapLimits;
import dev.genhub.engine.money.ChangeLimits;
import dev.genhub.engine.money.CorrectCharge;
import dev.genhub.engine.money.GetLimits;
import dev.genhub.engine.money.GetUsage;
import dev.genhub.engine.money.SpendingLimits;
import dev.genhub.engine.money.UsageReads;
import dev.genhub.engine.reconciliation.BalanceReads;
import dev.genhub.engine.reconciliation.BalanceStore;
import dev.genhub.engine.reconciliation.CheckBooks;
import dev.genhub.engine.reconciliation.ClaimBalanceChecks;
import dev.genhub.engine.reconciliation.DescribeBalanceRead;
import dev.genhub.engine.reconciliation.KeyChecks;
import dev.genhub.engine.reconciliation.ListReconciliation;
import dev.genhub.engine.reconciliation.RecordBalance;

/** The verbs of limits, usage, defaults and reconciliation. */
final class MoneyVerbs {
  private MoneyVerbs() {}

  static void add(Verbs verbs, Parts parts, DefaultModels defaults) {
    AuditLog audit = new AuditLog(parts.clock);
    SpendingLimits limits =
        new SpendingLimits(
            parts.users, parts.workers, audit, parts.settings.defaultMonthlyUsd(), parts.clock);
    verbs.add(
        new GetLimits(limits),
        new ChangeLimits(limits),
        new CapLimits(limits),
        new GetUsage(new UsageReads(parts.users), parts.clock),
        new CorrectCharge(parts.workers, audit, parts.clock),
        new GetDefaults(defaults),
        new ChangeDefaults(defaults, parts.catalogue));
    addReconciliation(verbs, parts);
  }

  private static void addReconciliation(Verbs verbs, Parts parts) {
    BalanceStore balances = new BalanceStore(parts.workers);
    KeyChecks checks = new KeyChecks(parts.adapters);
    verbs.add(
        new CheckBooks(parts.workers, parts.clock),
        new ClaimBalanceChecks(parts.catalogue, balances, parts.clock),
        new DescribeBalanceRead(checks, parts.clock),
        new RecordBalance(checks, balances, parts.creditsLow, parts.clock),
        new ListReconciliation(new BalanceReads(parts.workers)));
  }
}
