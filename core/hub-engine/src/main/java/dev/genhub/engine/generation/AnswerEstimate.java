package dev.genhub.engine.generation;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.money.SpendingReads;
import dev.genhub.spi.Price;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1/estimates}: what a generation would cost, and whether it would be taken. */
public final class AnswerEstimate {

  private final QuoteCost quotes;
  private final SpendingReads spending;

  /** Quotes as intake does; looks at what is left of the limit. */
  public AnswerEstimate(QuoteCost quotes, SpendingReads spending) {
    this.quotes = quotes;
    this.spending = spending;
  }

  /** Answers; nothing is stored or sent. */
  public ApiResponse answer(PlannedGeneration plan) {
    Price price = plan.model().ask("quote the request", it -> it.quote(plan.request()));
    Optional<BigDecimal> remaining = spending.remainingUsd(plan.order().caller().userId());
    Optional<String> reason = reason(plan, price, remaining);
    Map<String, Object> estimate = new LinkedHashMap<>();
    estimate.put("provider", plan.model().provider());
    estimate.put("model", plan.model().spec().id());
    estimate.put("taskType", plan.request().taskType());
    estimate.put("credits", price.credits());
    estimate.put("usd", price.usd());
    estimate.put("estimatedTime", plan.model().spec().estimatedTime().toSeconds());
    estimate.put("remainingUsd", remaining.orElse(null));
    estimate.put("allowed", reason.isEmpty());
    estimate.put("reason", reason.orElse(null));
    return ApiResponse.ok(estimate);
  }

  private Optional<String> reason(
      PlannedGeneration plan, Price price, Optional<BigDecimal> remaining) {
    if (remaining.isPresent() && price.usd().compareTo(remaining.get()) > 0) {
      return Optional.of("spending_limit_exceeded");
    }
    try {
      quotes.quote(plan);
      return Optional.empty();
    } catch (ApiProblem tooExpensive) {
      return Optional.of(tooExpensive.code().code());
    }
  }
}
