package dev.genhub.kie;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Price;
import dev.genhub.spi.Validity;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.util.List;

/**
 * Prices in credits; the first entry counts whose {@code when} holds and which is valid ({@link
 * Validity}). {@code times} names a parameter that says how many are made at that price each.
 *
 * @param from date and source
 */
record PriceList(List<Json> entries, Json from) {

  /** docs.kie.ai and the integration guide agree on it. */
  private static final BigDecimal USD_PER_CREDIT = new BigDecimal("0.005");

  /** Reads every date: one that is none is found at the start, not by the first quote. */
  PriceList {
    entries.forEach(Validity::of);
  }

  /** Whether there are prices, and each is a figure. */
  boolean isComplete() {
    return !entries.isEmpty()
        && entries.stream().allMatch(entry -> entry.at("credits").number().isPresent());
  }

  Price price(GenerationRequest request) {
    return entries.stream()
        .filter(entry -> condition(entry).holds(request))
        .filter(entry -> Validity.of(entry).holds(request.requestedAt()))
        .findFirst()
        .flatMap(
            entry -> entry.at("credits").number().map(each -> each.multiply(times(entry, request))))
        .map(credits -> Price.ofCredits(credits, USD_PER_CREDIT))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no price fits " + request.model() + " " + request.taskType()));
  }

  private static BigDecimal times(Json entry, GenerationRequest request) {
    return entry
        .at("times")
        .text()
        .flatMap(parameter -> request.parameters().at(parameter).number())
        .orElse(BigDecimal.ONE);
  }

  /** The list as users see it. */
  Json shown(String model) {
    List<Json> concerned =
        entries.stream().filter(entry -> condition(entry).concerns(model)).toList();
    return Json.object()
        .put("unit", "credits")
        .put("usdPerCredit", Json.of(USD_PER_CREDIT))
        .put("from", from)
        .put("entries", Json.array(concerned))
        .build();
  }

  private static Condition condition(Json entry) {
    return new Condition(entry.at("when"));
  }
}
