package dev.genhub.simulator.openai;

import static dev.genhub.simulator.rule.FieldRule.fitting;
import static dev.genhub.simulator.rule.FieldRule.matching;
import static dev.genhub.simulator.rule.FieldRule.oneOf;
import static dev.genhub.simulator.rule.FieldRule.text;
import static dev.genhub.simulator.rule.FieldRule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.family.Order;
import dev.genhub.simulator.family.Submission;
import dev.genhub.simulator.rule.FieldRule;
import dev.genhub.simulator.rule.Fields;
import dev.genhub.simulator.rule.RequestRules;
import dev.genhub.simulator.task.Product;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What is asked for: pictures from text, and changes of pictures. */
final class Images {

  static final List<String> MODELS =
      List.of(
          "gpt-image-2",
          "gpt-image-2.5-flare",
          "gpt-image-2.5-sunburst",
          "gpt-image-2.6-flare",
          "gpt-image-2.6-sunburst");

  static final List<Submission> SUBMISSIONS =
      List.of(
          new Submission(
              "/openai/v1/images/generations",
              fields().optional("moderation", oneOf("auto", "low")).build(),
              Images::order),
          new Submission(
              "/openai/v1/images/edits",
              fields()
                  .required("images", fitting(Images::areReferences, "1 to 16 of {image_url}"))
                  .optional("mask", fitting(Images::isReference, "{image_url}"))
                  .build(),
              Images::order));

  /** Tokens of a picture (model page of gpt-image-2); the last two are assumed. */
  private static final Map<String, Integer> TOKENS =
      Map.of("low", 200, "medium", 1767, "high", 7034, "xhigh", 14_068, "max", 28_136);

  private static final BigDecimal USD_PER_TOKEN = new BigDecimal("0.00003");
  private static final String ANY_SIZE = "[1-9]\\d{1,3}x[1-9]\\d{1,3}";

  private Images() {}

  private static RequestRules.Builder fields() {
    return RequestRules.of()
        .required("model", oneOf(MODELS.toArray(String[]::new)))
        .required("prompt", text(32_000))
        .optional("n", whole(1, 10))
        .optional("size", matching("auto|" + ANY_SIZE, "auto or width x height"))
        .optional("quality", oneOf("auto", "low", "medium", "high", "xhigh", "max"))
        .optional("background", oneOf("auto", "transparent", "opaque"))
        .optional("output_format", oneOf("png", "jpeg", "webp"))
        .optional("output_compression", whole(0, 100))
        .optional("complexity", oneOf("low", "medium", "high"))
        .refused(Images::isOddSize, "size: both sides must be divisible by 16")
        .refused(
            body ->
                body.text("model").equals("gpt-image-2")
                    && List.of("xhigh", "max").contains(body.text("quality")),
            "gpt-image-2 has no such quality")
        .refused(
            body -> body.has("complexity") && !body.text("model").startsWith("gpt-image-2.6"),
            "complexity is for gpt-image-2.6")
        .refused(
            body ->
                body.text("background").equals("transparent")
                    && body.text("output_format").equals("jpeg"),
            "a jpeg cannot be transparent")
        .refused(
            body ->
                body.has("output_compression") && body.text("output_format", "png").equals("png"),
            "output_compression is for jpeg and webp");
  }

  private static boolean isOddSize(Fields body) {
    String size = body.text("size");
    return size.matches(ANY_SIZE) && (side(size, 0) % 16 != 0 || side(size, 1) % 16 != 0);
  }

  private static int side(String size, int index) {
    return Integer.parseInt(size.split("x", -1)[index]);
  }

  private static boolean areReferences(JsonNode value) {
    return value.isArray()
        && value.size() >= 1
        && value.size() <= 16
        && StreamSupport.stream(value.spliterator(), false).allMatch(Images::isReference);
  }

  private static boolean isReference(JsonNode value) {
    return value.isObject()
        && value.size() == 1
        && FieldRule.url().problem("image_url", value.path("image_url")).isEmpty();
  }

  private static Order order(Fields body) {
    int count = count(body);
    BigDecimal usd = USD_PER_TOKEN.multiply(BigDecimal.valueOf(outputTokens(body)));
    return new Order(Product.images(count, ratio(body)), usd, body.text("prompt"), "", "");
  }

  private static int count(Fields body) {
    return body.has("n") ? (int) body.number("n") : 1;
  }

  /** The tokens of all pictures of a request. */
  static int outputTokens(Fields body) {
    return count(body) * TOKENS.getOrDefault(body.text("quality"), TOKENS.get("medium"));
  }

  private static String ratio(Fields body) {
    String size = body.text("size");
    if (!size.matches(ANY_SIZE)) {
      return "1:1";
    }
    int width = side(size, 0);
    int height = side(size, 1);
    int common = BigInteger.valueOf(width).gcd(BigInteger.valueOf(height)).intValue();
    return width / common + ":" + height / common;
  }
}
