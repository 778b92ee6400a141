package dev.genhub.openai;

import dev.genhub.spi.GenerationRequest;
import dev.genhub.spi.ModelsFile;
import dev.genhub.spi.Price;
import dev.genhub.spi.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Prices by the token: an upper bound before, the true figure from {@code usage} afterwards. The
 * rates are dollars for a million tokens (model pages), and stand in {@code models.json}.
 */
final class TokenPrices {

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final long USUAL_PIXELS = 1024 * 1024;

  /** The hub keeps four decimals of credits. */
  private static final int DECIMALS = 4;

  private final ModelsFile models;

  TokenPrices(ModelsFile models) {
    this.models = models;
  }

  /** A token is one byte of text at least, so that a prompt has no more tokens than bytes. */
  Price quote(GenerationRequest request) {
    Json given = request.parameters();
    long text = request.prompt().getBytes(StandardCharsets.UTF_8).length + figure("textOverhead");
    long mask = given.at("maskUrl").isPresent() ? 1 : 0;
    long sources = given.at("imageUrls").items().size() + mask;
    long pixels =
        Math.max(USUAL_PIXELS, ImageSize.of(ImageSize.word(given)).pixels())
            * given.at("n").integer().orElse(1);
    long perSquare = models.price(request).at("tokensPerSquare").integer().orElseThrow();
    long output = (perSquare * pixels + USUAL_PIXELS - 1) / USUAL_PIXELS;
    return Price.ofUsd(usd(text, sources * figure("tokensPerSource"), output));
  }

  /** What the answer says was used; empty when it does not say, then the quote is charged. */
  Optional<BigDecimal> charged(GenerationRequest request, Json usage) {
    Optional<Integer> input = tokens(usage, "input_tokens");
    Optional<Integer> output = tokens(usage, "output_tokens");
    if (input.isEmpty() || output.isEmpty()) {
      return Optional.empty();
    }
    // without the details, input counts as the dearer kind where there can be any of it
    boolean edit = request.taskType().equals("img2img");
    int image =
        tokens(usage.at("input_tokens_details"), "image_tokens").orElse(edit ? input.get() : 0);
    return Optional.of(usd(Math.max(0, input.get() - image), image, output.get()));
  }

  private static Optional<Integer> tokens(Json usage, String name) {
    return usage.at(name).integer().filter(count -> count >= 0);
  }

  private BigDecimal usd(long text, long image, long output) {
    return rate("text", text)
        .add(rate("imageIn", image))
        .add(rate("imageOut", output))
        .divide(MILLION, DECIMALS, RoundingMode.CEILING);
  }

  private BigDecimal rate(String kind, long tokens) {
    BigDecimal perMillion = models.prices().at("usdPerMillion").at(kind).number().orElseThrow();
    return perMillion.multiply(BigDecimal.valueOf(tokens));
  }

  private long figure(String name) {
    return models.prices().at("estimate").at(name).integer().orElseThrow();
  }
}
