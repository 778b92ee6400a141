package dev.genhub.engine.generation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says whether two bodies mean the same JSON: spaces, the order of names and the spelling of a
 * number (1, 1.0, 1e0) make no difference.
 */
final class Fingerprint {

  private final StringBuilder canonical = new StringBuilder();

  private Fingerprint() {}

  /** SHA-256, in hexadecimal digits. */
  static String of(JsonNode body) {
    Fingerprint fingerprint = new Fingerprint();
    fingerprint.write(body);
    try {
      byte[] bytes = fingerprint.canonical.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void write(JsonNode value) {
    if (value.isObject()) {
      writeFields(value);
    } else if (value.isArray()) {
      canonical.append('[');
      value.forEach(
          item -> {
            write(item);
            canonical.append(',');
          });
      canonical.append(']');
    } else if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      canonical.append(number.signum() == 0 ? "0" : number.stripTrailingZeros().toString());
    } else {
      // texts are quoted, so that "1" is not 1
      canonical.append(value);
    }
  }

  private void writeFields(JsonNode value) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    value.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
    canonical.append('{');
    sorted.forEach(
        (name, field) -> {
          canonical.append(TextNode.valueOf(name)).append(':');
          write(field);
          canonical.append(',');
        });
    canonical.append('}');
  }
}
