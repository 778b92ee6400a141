package dev.genhub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a field of a request may be.
 *
 * @param fits whether a value is one of these
 * @param allowed the same in words
 */
record FieldRule(boolean required, Predicate<JsonNode> fits, String allowed) {

  static FieldRule text(int longest) {
    return new FieldRule(
        false,
        value -> value.isTextual() && value.asText().length() <= longest,
        "text of at most " + longest + " characters");
  }

  static FieldRule oneOf(String... words) {
    return new FieldRule(
        false,
        value -> value.isTextual() && List.of(words).contains(value.asText()),
        "one of " + List.of(words));
  }

  static FieldRule number(double least, double most) {
    return new FieldRule(
        false,
        value -> value.isNumber() && value.asDouble() >= least && value.asDouble() <= most,
        "a number from " + least + " to " + most);
  }

  static FieldRule whole(int least, int most) {
    return new FieldRule(
        false,
        value -> value.isIntegralNumber() && value.asInt() >= least && value.asInt() <= most,
        "a whole number from " + least + " to " + most);
  }

  static FieldRule oneOfNumbers(int... figures) {
    return new FieldRule(
        false,
        value ->
            value.isNumber()
                && java.util.Arrays.stream(figures).anyMatch(it -> it == value.asDouble()),
        "one of " + java.util.Arrays.toString(figures));
  }

  static FieldRule flag() {
    return new FieldRule(false, JsonNode::isBoolean, "true or false");
  }

  static FieldRule url() {
    return new FieldRule(false, FieldRule::isUrl, "an http or https address");
  }

  static FieldRule urls(int most) {
    return new FieldRule(
        false,
        value -> value.isArray() && !value.isEmpty() && value.size() <= most && allUrls(value),
        "1 to " + most + " http or https addresses");
  }

  private static boolean allUrls(JsonNode array) {
    for (JsonNode item : array) {
      if (!isUrl(item)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUrl(JsonNode value) {
    return value.isTextual() && value.asText().matches("https?://\\S+");
  }

  FieldRule must() {
    return new FieldRule(true, fits, allowed);
  }

  /** What is wrong with the field; empty when nothing is. */
  Optional<String> check(String name, JsonNode value) {
    if (value == null || value.isNull()) {
      return required ? Optional.of("Please enter " + name + ".") : Optional.empty();
    }
    return fits.test(value)
        ? Optional.empty()
        : Optional.of(name + " is not valid, it must be " + allowed);
  }
}
