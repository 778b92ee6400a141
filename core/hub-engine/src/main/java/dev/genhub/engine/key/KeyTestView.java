package dev.genhub.engine.key;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What the test of a key said, as the API shows it.
 *
 * @param code why it is not valid, or why that could not be found out; null when it is valid
 * @param creditsRemaining the account's balance; null where the provider does not tell
 */
public record KeyTestView(
    boolean valid, String code, BigDecimal creditsRemaining, Instant checkedAt) {}
