package dev.genhub.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.spi.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what is JSON but fits nowhere else: text that no database takes, and numbers beyond every
 * other reader's reach (RFC 8259, 6 and 8.2). Written out, 1e999999999 alone would fill the memory.
 */
final class StorableJson {

  /** The range of a double. */
  private static final int LARGEST_EXPONENT = 308;

  private final List<Violation> violations = new ArrayList<>();

  private StorableJson() {}

  static List<Violation> check(JsonNode body) {
    StorableJson check = new StorableJson();
    check.walk(body, "");
    return List.copyOf(check.violations);
  }

  private void walk(JsonNode value, String at) {
    if (value.isTextual()) {
      checkText(value.textValue(), at);
    } else if (value.isBigDecimal() || value.isBigInteger()) {
      checkNumber(value.decimalValue(), at);
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        walk(value.get(i), at + "/" + i);
      }
    } else {
      value.properties().forEach(field -> walk(field.getKey(), field.getValue(), at));
    }
  }

  private void walk(String name, JsonNode value, String at) {
    String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
    checkText(name, at);
    walk(value, pointer);
  }

  private void checkText(String text, String at) {
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean paired =
          Character.isHighSurrogate(character)
              && i + 1 < text.length()
              && Character.isLowSurrogate(text.charAt(i + 1));
      if (character == 0 || Character.isSurrogate(character) && !paired) {
        violations.add(
            new Violation(
                at,
                "holds the character U+%04X, which is no text by itself"
                    .formatted((int) character)));
        return;
      }
      i += paired ? 1 : 0;
    }
  }

  private void checkNumber(BigDecimal number, String at) {
    long exponent = (long) number.precision() - number.scale();
    if (Math.abs(exponent) > LARGEST_EXPONENT) {
      violations.add(
          new Violation(at, "is a number beyond 1e" + LARGEST_EXPONENT + " or its inverse"));
    }
  }
}
