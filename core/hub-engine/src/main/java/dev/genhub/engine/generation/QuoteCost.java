package dev.genhub.engine.generation;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.spi.Price;

/**
 * Says what a planned generation costs, and refuses what its own {@code maxCost} does not allow.
 */
public final class QuoteCost {

  /**
   * Prices the plan.
   *
   * @throws ApiProblem {@code max_cost_exceeded}
   */
  public PricedGeneration quote(PlannedGeneration plan) {
    Price price = plan.model().ask("quote the request", it -> it.quote(plan.request()));
    GenerationOrder order = plan.order();
    order
        .maxUsd()
        .filter(max -> price.usd().compareTo(max) > 0)
        .ifPresent(max -> refuse(price.usd() + " USD", max + " USD"));
    order
        .maxCredits()
        .filter(max -> price.credits().compareTo(max) > 0)
        .ifPresent(max -> refuse(price.credits() + " credits", max + " credits"));
    return new PricedGeneration(plan, price);
  }

  private static void refuse(String price, String allowed) {
    throw ApiProblem.of(
        ErrorCode.MAX_COST_EXCEEDED,
        "the generation costs " + price + ", maxCost allows " + allowed);
  }
}
