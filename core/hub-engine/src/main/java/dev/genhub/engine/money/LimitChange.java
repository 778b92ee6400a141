package dev.genhub.engine.money;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/**
 * What a user wants to change of their limits.
 *
 * @param limitNamed whether the limit is to be changed at all
 * @param monthlyLimitUsd the new limit; empty for none, when the limit is to be changed
 * @param alertAtPercent the new threshold; empty to leave it
 */
public record LimitChange(
    boolean limitNamed, Optional<BigDecimal> monthlyLimitUsd, Optional<Integer> alertAtPercent) {

  public LimitChange {
    Objects.requireNonNull(monthlyLimitUsd, "monthlyLimitUsd");
    Objects.requireNonNull(alertAtPercent, "alertAtPercent");
  }
}
