package dev.genhub.engine.money;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.engine.http.ApiProblem;
import java.math.BigDecimal;
import java.util.Optional;

/** Reads {@code monthlyLimitUsd} of a body that fits its schema. */
final class LimitAmount {

  static final String NAME = "monthlyLimitUsd";
  private static final int DECIMALS = 6;

  private LimitAmount() {}

  /** The amount; empty for null or no such field. */
  static Optional<BigDecimal> read(JsonNode body) {
    JsonNode value = body.path(NAME);
    if (!value.isNumber()) {
      return Optional.empty();
    }
    BigDecimal amount = value.decimalValue();
    if (amount.stripTrailingZeros().scale() > DECIMALS) {
      throw ApiProblem.invalid(
          "/" + NAME, amount.toPlainString() + " has more than " + DECIMALS + " decimals");
    }
    return Optional.of(amount);
  }
}
