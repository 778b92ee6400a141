package dev.genhub.simulator.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** What a field of a request may be. */
@FunctionalInterface
public interface FieldRule {

  /** What is wrong with a value that is there; empty when nothing is. */
  Optional<String> problem(String name, JsonNode value);

  /** A rule by a condition, and the same condition in words. */
  static FieldRule fitting(Predicate<JsonNode> fits, String allowed) {
    return (name, value) ->
        fits.test(value)
            ? Optional.empty()
            : Optional.of(name + " is " + brief(value) + ", it must be " + allowed);
  }

  private static String brief(JsonNode value) {
    String text = value.toString();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  /** Text up to a length. */
  static FieldRule text(int longest) {
    return fitting(
        value -> value.isTextual() && value.asText().length() <= longest,
        "text of at most " + longest + " characters");
  }

  /** Text of a form. */
  static FieldRule matching(String regex, String allowed) {
    Pattern form = Pattern.compile(regex);
    return fitting(value -> value.isTextual() && form.matcher(value.asText()).matches(), allowed);
  }

  /** One of some words. */
  static FieldRule oneOf(String... words) {
    List<String> allowed = List.of(words);
    return fitting(
        value -> value.isTextual() && allowed.contains(value.asText()), "one of " + allowed);
  }

  /** One of some numbers. */
  static FieldRule oneOfNumbers(int... figures) {
    return fitting(
        value -> value.isNumber() && Arrays.stream(figures).anyMatch(it -> it == value.asDouble()),
        "one of " + Arrays.toString(figures));
  }

  /** A number in a range. */
  static FieldRule number(double least, double most) {
    return fitting(
        value -> value.isNumber() && value.asDouble() >= least && value.asDouble() <= most,
        "a number from " + least + " to " + most);
  }

  /** A whole number in a range. */
  static FieldRule whole(int least, int most) {
    return steps(least, most, 1);
  }

  /** A whole number in a range that is a multiple of a step. */
  static FieldRule steps(int least, int most, int step) {
    return fitting(
        value ->
            value.canConvertToInt()
                && value.isIntegralNumber()
                && value.asInt() >= least
                && value.asInt() <= most
                && value.asInt() % step == 0,
        "a whole number from " + least + " to " + most + (step == 1 ? "" : " in steps of " + step));
  }

  /** True or false. */
  static FieldRule flag() {
    return fitting(JsonNode::isBoolean, "true or false");
  }

  /** An object, whatever is in it. */
  static FieldRule anyObject() {
    return fitting(JsonNode::isObject, "an object");
  }

  /** An address that can be called or fetched. */
  static FieldRule url() {
    return fitting(FieldRule::isUrl, "an http or https address");
  }

  /** One to some addresses. */
  static FieldRule urls(int most) {
    return fitting(
        value ->
            value.isArray()
                && !value.isEmpty()
                && value.size() <= most
                && StreamSupport.stream(value.spliterator(), false).allMatch(FieldRule::isUrl),
        "1 to " + most + " http or https addresses");
  }

  private static boolean isUrl(JsonNode value) {
    if (!value.isTextual()) {
      return false;
    }
    try {
      URI uri = new URI(value.asText());
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      return web && uri.getHost() != null;
    } catch (URISyntaxException none) {
      return false;
    }
  }
}
