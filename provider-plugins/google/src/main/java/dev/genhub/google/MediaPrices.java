package dev.genhub.google;

import dev.genhub.spi.ContentType;
import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.Price;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Songs have a price, clips one by the second, pictures one by the token (price page). */
record MediaPrices(MediaModels models) {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  /** The hub keeps four decimals of credits. */
  private static final int DECIMALS = 4;

  Price quote(GenerationRequest request) {
    Json entry = models.of(request.model()).price(request);
    BigDecimal usd =
        switch (models.contentType(request.model())) {
          case MUSIC -> figure(entry, "usd");
          case VIDEO ->
              figure(entry, "usdPerSecond").multiply(figure(request.parameters(), "duration"));
          case IMAGE -> picture(request, entry);
        };
    return Price.ofUsd(usd.setScale(DECIMALS, RoundingMode.CEILING));
  }

  /** An upper bound: a token is one byte of text at least, and a model may think before. */
  private BigDecimal picture(GenerationRequest request, Json entry) {
    Json prices = models.of(request.model()).prices();
    BigDecimal images =
        BigDecimal.valueOf(request.parameters().at("imageUrls").items().size())
            .multiply(figure(prices.at("estimate"), "tokensPerSource"));
    BigDecimal text = BigDecimal.valueOf(request.prompt().getBytes(StandardCharsets.UTF_8).length);
    return dollars(
        request.model(),
        text.add(images),
        figure(prices.at("estimate"), "thoughtTokens"),
        figure(entry, "imageTokens"));
  }

  /** What the answer says was used; empty where it does not, then the quote is charged. */
  Optional<BigDecimal> charged(String model, Json usage) {
    Optional<BigDecimal> input = tokens(usage.at("total_input_tokens"));
    Optional<BigDecimal> output = tokens(usage.at("total_output_tokens"));
    Optional<BigDecimal> pictures =
        usage.at("output_tokens_by_modality").items().stream()
            .filter(part -> isImage(part.at("modality")))
            .flatMap(part -> tokens(part.at("tokens")).stream())
            .reduce(BigDecimal::add);
    if (models.contentType(model) != ContentType.IMAGE
        || input.isEmpty()
        || output.isEmpty()
        || pictures.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal thoughts = tokens(usage.at("total_thought_tokens")).orElse(BigDecimal.ZERO);
    BigDecimal text = output.get().subtract(pictures.get()).max(BigDecimal.ZERO).add(thoughts);
    return Optional.of(
        dollars(model, input.get(), text, pictures.get()).setScale(DECIMALS, RoundingMode.CEILING));
  }

  private static boolean isImage(Json modality) {
    return modality.text().orElse("").toLowerCase(Locale.ROOT).equals("image");
  }

  private static Optional<BigDecimal> tokens(Json count) {
    return count.number().filter(number -> number.signum() >= 0);
  }

  private BigDecimal dollars(String model, BigDecimal in, BigDecimal text, BigDecimal image) {
    Json rates = models.of(model).entry(model).at("usdPerMillion");
    return in.multiply(figure(rates, "input"))
        .add(text.multiply(figure(rates, "text")))
        .add(image.multiply(figure(rates, "image")))
        .divide(MILLION);
  }

  private static BigDecimal figure(Json of, String name) {
    return of.at(name).number().orElseThrow();
  }
}
