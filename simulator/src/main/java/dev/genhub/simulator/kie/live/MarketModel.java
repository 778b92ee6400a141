package dev.genhub.simulator.kie.live;

import static dev.genhub.simulator.rule.FieldRule.flag;
import static dev.genhub.simulator.rule.FieldRule.number;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.urls;
import static dev.genhub.simulator.rule.FieldRule.whole;

import dev.genhub.simulator.rule.FieldRule;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * A model of the market: what its input may hold, what it makes, what it costs (docs.kie.ai,
 * market, August 2026; prices of June 2026, those of Seedream of January and of the newer Nano
 * Bananas of April 2026).
 */
record MarketModel(
    RequestRules rules, Function<Fields, Product> product, ToIntFunction<Fields> credits) {

  private static final FieldRule RATIO =
      oneOf("1:1", "9:16", "16:9", "3:4", "4:3", "3:2", "2:3", "5:4", "4:5", "21:9", "auto");

  static final Map<String, MarketModel> ALL =
      Map.of(
          "google/nano-banana", image(nanoBanana(), input -> 4),
          "google/nano-banana-edit",
              image(nanoBanana().required("image_urls", urls(10)), input -> 4),
          "nano-banana-pro", image(newNanoBanana(10_000, 8), input -> isLarge(input) ? 24 : 18),
          "nano-banana-2",
              image(
                  newNanoBanana(20_000, 14),
                  input -> isLarge(input) ? 18 : input.text("resolution").equals("2K") ? 12 : 8),
          "bytedance/seedream-v4-text-to-image", seedream(seedreamInput()),
          "bytedance/seedream-v4-edit", seedream(seedreamInput().required("image_urls", urls(10))),
          "kling/v2-5-turbo-text-to-video-pro", kling());

  private static RequestRules.Builder nanoBanana() {
    return RequestRules.of()
        .required("prompt", text(5000))
        .optional("aspect_ratio", RATIO)
        .optional("image_size", RATIO)
        .optional("output_format", oneOf("png", "jpeg"))
        .optional("nsfw_checker", flag());
  }

  private static RequestRules.Builder newNanoBanana(int longestPrompt, int mostImages) {
    return RequestRules.of()
        .required("prompt", text(longestPrompt))
        .optional("image_input", urls(mostImages))
        .optional("aspect_ratio", RATIO)
        .optional("resolution", oneOf("1K", "2K", "4K"))
        .optional("output_format", oneOf("png", "jpg"));
  }

  private static boolean isLarge(Fields input) {
    return input.text("resolution").equals("4K");
  }

  private static MarketModel image(RequestRules.Builder rules, ToIntFunction<Fields> credits) {
    return new MarketModel(
        rules.build(), input -> Product.images(1, input.text("aspect_ratio")), credits);
  }

  private static RequestRules.Builder seedreamInput() {
    return RequestRules.of()
        .required("prompt", text(5000))
        .optional(
            "image_size",
            oneOf(
                "square_hd",
                "square",
                "portrait_4_3",
                "portrait_3_2",
                "portrait_16_9",
                "landscape_4_3",
                "landscape_3_2",
                "landscape_16_9",
                "landscape_21_9"))
        .optional("image_resolution", oneOf("1K", "2K", "4K"))
        .optional("max_images", whole(1, 6))
        .optional("seed", whole(Integer.MIN_VALUE, Integer.MAX_VALUE))
        .optional("nsfw_checker", flag());
  }

  private static MarketModel seedream(RequestRules.Builder rules) {
    return new MarketModel(
        rules.build(),
        input -> Product.images(images(input), ratio(input.text("image_size"))),
        input -> 5 * images(input));
  }

  private static int images(Fields input) {
    return (int) Math.max(1, input.number("max_images"));
  }

  /** {@code landscape_16_9} is 16:9, {@code portrait_16_9} is 9:16. */
  private static String ratio(String size) {
    String[] parts = size.split("_", -1);
    if (parts.length != 3) {
      return "1:1";
    }
    return parts[0].equals("portrait") ? parts[2] + ":" + parts[1] : parts[1] + ":" + parts[2];
  }

  private static MarketModel kling() {
    return new MarketModel(
        RequestRules.of()
            .required("prompt", text(2500))
            .optional("duration", oneOf("5", "10"))
            .optional("aspect_ratio", oneOf("16:9", "9:16", "1:1"))
            .optional("negative_prompt", text(2500))
            .optional("cfg_scale", number(0, 1))
            .build(),
        input -> Product.videos(1, input.text("aspect_ratio")),
        input -> input.text("duration").equals("10") ? 84 : 42);
  }
}
