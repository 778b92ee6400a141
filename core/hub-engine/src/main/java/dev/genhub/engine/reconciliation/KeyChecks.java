package dev.genhub.engine.reconciliation;

import dev.genhub.engine.generation.AdapterCalls;
import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.spi.KeyCheck;
import java.util.function.Function;

/**
 * Asks adapters about keys. There is no generation that a defect could end, so it ends the check.
 */
public final class KeyChecks {

  private final AdapterCalls adapters;

  /** Asks the adapters. */
  public KeyChecks(AdapterCalls adapters) {
    this.adapters = adapters;
  }

  <T> T ask(BalanceCheck check, String asked, Function<KeyCheck, T> question) {
    try {
      return adapters.ask(
          check.plugin(), asked, adapter -> question.apply(adapter.keyCheck().orElseThrow()));
    } catch (AdapterDefectException defect) {
      throw new IllegalStateException(defect.getMessage(), defect);
    }
  }
}
