package dev.genhub.engine.generation;

import dev.genhub.spi.Price;
import java.util.Objects;

/**
 * A planned generation with its price: what is shown, reserved and, unless the provider reports
 * another figure, charged.
 */
public record PricedGeneration(PlannedGeneration plan, Price price) {

  public PricedGeneration {
    Objects.requireNonNull(plan, "plan");
    Objects.requireNonNull(price, "price");
  }
}
