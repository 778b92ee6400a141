package dev.genhub.simulator.account;

import java.math.BigDecimal;

/**
 * What accounts may do.
 *
 * @param credits what each begins with
 * @param submitsPer10s how many submits each may send within ten seconds; 0 means any number
 */
public record AccountSettings(BigDecimal credits, int submitsPer10s) {

  /** More credits than a test can spend, and no limit. */
  public static final AccountSettings USUAL =
      new AccountSettings(BigDecimal.valueOf(100_000_000), 0);

  /** Refuses what cannot be. */
  public AccountSettings {
    if (credits.signum() < 0) {
      throw new IllegalArgumentException("credits is " + credits + ", it must not be negative");
    }
    if (submitsPer10s < 0) {
      throw new IllegalArgumentException(
          "the number of submits in 10 seconds is " + submitsPer10s + ", it must not be negative");
    }
  }
}
