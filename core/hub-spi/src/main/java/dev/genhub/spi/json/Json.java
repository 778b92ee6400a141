package dev.genhub.spi.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An immutable JSON value with tolerant readers. Equal values are equal; object fields keep their
 * order but compare without it.
 */
public final class Json {

  /** Nothing: the value of a field that is absent, and of text that is not JSON. */
  public static final Json MISSING = new Json(Absent.ABSENT);

  /** The JSON {@code null}. */
  public static final Json NULL = new Json(null);

  private static final BigDecimal FIRST_EPOCH_IN_MILLIS = new BigDecimal("100000000000");

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?\\d{1,60}(\\.\\d{1,60})?([eE][+-]?\\d{1,3})?");

  private enum Absent {
    ABSENT
  }

  /** Null, Boolean, String, BigDecimal, {@code List<Json>} or {@code Map<String, Json>}. */
  private final Object value;

  private Json(Object value) {
    this.value = value;
  }

  /**
   * Parses a document (RFC 8259).
   *
   * @throws JsonSyntaxException if the text is not exactly one JSON value
   */
  public static Json parse(String text) {
    return new JsonReader(text).document();
  }

  /** Parses a document; empty when the text is not JSON. */
  public static Optional<Json> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (JsonSyntaxException notJson) {
      return Optional.empty();
    }
  }

  /** A text, or {@link #NULL} for null. */
  public static Json of(String text) {
    return text == null ? NULL : new Json(text);
  }

  /** A number. */
  public static Json of(BigDecimal number) {
    return new Json(Objects.requireNonNull(number, "number"));
  }

  /** A whole number. */
  public static Json of(long number) {
    return new Json(BigDecimal.valueOf(number));
  }

  /** True or false. */
  public static Json of(boolean flag) {
    return new Json(flag);
  }

  /** An array. */
  public static Json array(List<Json> items) {
    return new Json(List.copyOf(items));
  }

  /** An object, from its fields in their order. */
  public static Json object(Map<String, Json> fields) {
    return new Json(Collections.unmodifiableMap(new LinkedHashMap<>(fields)));
  }

  /** A builder of an object. */
  public static ObjectBuilder object() {
    return new ObjectBuilder();
  }

  /** The field of an object; {@link #MISSING} when this is no object or has no such field. */
  public Json at(String field) {
    return value instanceof Map<?, ?> ? fields().getOrDefault(field, MISSING) : MISSING;
  }

  /** The element of an array; {@link #MISSING} when this is no array or is shorter. */
  public Json at(int index) {
    List<Json> items = items();
    return index >= 0 && index < items.size() ? items.get(index) : MISSING;
  }

  /** Whether there is a value other than null. */
  public boolean isPresent() {
    return value != null && value != Absent.ABSENT;
  }

  /** Whether this is an object. */
  public boolean isObject() {
    return value instanceof Map;
  }

  /** Whether this is an array. */
  public boolean isArray() {
    return value instanceof List;
  }

  /** Text as it is, numbers and flags in their JSON form; empty for anything else. */
  public Optional<String> text() {
    if (value instanceof String text) {
      return Optional.of(text);
    }
    if (value instanceof BigDecimal number) {
      return Optional.of(number.toPlainString());
    }
    return value instanceof Boolean flag ? Optional.of(flag.toString()) : Optional.empty();
  }

  /** Like {@link #text()}, but empty for blank text too. */
  public Optional<String> nonBlankText() {
    return text().filter(text -> !text.isBlank());
  }

  /** A number, or text that is one. */
  public Optional<BigDecimal> number() {
    if (value instanceof BigDecimal number) {
      return Optional.of(number);
    }
    // bounded: a figure such as 1e999999999 would fill the memory once it is written out
    return value instanceof String text && NUMBER.matcher(text.trim()).matches()
        ? Optional.of(new BigDecimal(text.trim()))
        : Optional.empty();
  }

  /** The whole part of {@link #number()}, where it fits an int. */
  public Optional<Integer> integer() {
    return number()
        .filter(n -> n.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValue);
  }

  /** True or false, as a flag, as text or as 1 and 0. */
  public Optional<Boolean> flag() {
    if (value instanceof Boolean flag) {
      return Optional.of(flag);
    }
    return text()
        .map(String::trim)
        .flatMap(
            text ->
                switch (text) {
                  case "true", "1" -> Optional.of(true);
                  case "false", "0" -> Optional.of(false);
                  default -> Optional.empty();
                });
  }

  /**
   * A time: epoch seconds or milliseconds, as number or text; ISO 8601; or {@code yyyy-MM-dd
   * HH:mm:ss}, taken as UTC.
   */
  public Optional<Instant> instant() {
    Optional<BigDecimal> epoch = number();
    try {
      if (epoch.isPresent()) {
        long figure = epoch.get().longValue();
        boolean millis = epoch.get().abs().compareTo(FIRST_EPOCH_IN_MILLIS) >= 0;
        return Optional.of(millis ? Instant.ofEpochMilli(figure) : Instant.ofEpochSecond(figure));
      }
      return nonBlankText().map(text -> parseTime(text.trim().replace(' ', 'T')));
    } catch (DateTimeException notTime) {
      return Optional.empty();
    }
  }

  private static Instant parseTime(String text) {
    boolean zoned = text.matches(".*(Z|[+-]\\d\\d:?\\d\\d)$");
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  /** The elements of an array; empty for anything else. */
  @SuppressWarnings("unchecked")
  public List<Json> items() {
    return value instanceof List ? (List<Json>) value : List.of();
  }

  /** The elements of an array, or a single value as the only element; nothing for null. */
  public List<Json> itemsOrSelf() {
    if (isArray()) {
      return items();
    }
    return isPresent() ? List.of(this) : List.of();
  }

  /** The fields of an object in their order; empty for anything else. */
  @SuppressWarnings("unchecked")
  public Map<String, Json> fields() {
    return value instanceof Map ? (Map<String, Json>) value : Map.of();
  }

  /** The document inside, when this is text that holds an object or an array; otherwise this. */
  public Json unwrapped() {
    if (value instanceof String text && text.matches("(?s)\\s*[\\[{].*")) {
      return tryParse(text).orElse(this);
    }
    return this;
  }

  /** The object with the fields of another laid over its own. */
  public Json merged(Json over) {
    Map<String, Json> all = new LinkedHashMap<>(fields());
    all.putAll(over.fields());
    return object(all);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Json that && sameValue(value, that.value);
  }

  private static boolean sameValue(Object one, Object two) {
    // 1 and 1.0 are the same JSON number
    if (one instanceof BigDecimal a && two instanceof BigDecimal b) {
      return a.compareTo(b) == 0;
    }
    return Objects.equals(one, two);
  }

  @Override
  public int hashCode() {
    return value instanceof BigDecimal number
        ? number.stripTrailingZeros().hashCode()
        : Objects.hashCode(value);
  }

  /** The JSON text, compact; an empty text for {@link #MISSING}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    write(out);
    return out.toString();
  }

  private void write(StringBuilder out) {
    if (value instanceof String text) {
      JsonText.quote(text, out);
    } else if (value instanceof BigDecimal number) {
      out.append(number.toPlainString());
    } else if (isArray()) {
      writeAll(out);
    } else if (isObject()) {
      writeFields(out);
    } else if (value != Absent.ABSENT) {
      out.append(value);
    }
  }

  private void writeAll(StringBuilder out) {
    String separator = "[";
    for (Json item : items()) {
      out.append(separator);
      item.write(out);
      separator = ",";
    }
    out.append(items().isEmpty() ? "[]" : "]");
  }

  private void writeFields(StringBuilder out) {
    String separator = "{";
    for (Map.Entry<String, Json> field : fields().entrySet()) {
      out.append(separator);
      JsonText.quote(field.getKey(), out);
      out.append(':');
      field.getValue().write(out);
      separator = ",";
    }
    out.append(fields().isEmpty() ? "{}" : "}");
  }

  /** Collects the fields of an object. Not safe for use by several threads. */
  public static final class ObjectBuilder {

    private final Map<String, Json> fields = new LinkedHashMap<>();

    private ObjectBuilder() {}

    /** Sets a field; a {@link #MISSING} value leaves it out. */
    public ObjectBuilder put(String name, Json field) {
      if (field.value != Absent.ABSENT) {
        fields.put(name, field);
      }
      return this;
    }

    /** Sets a text field. */
    public ObjectBuilder put(String name, String text) {
      return put(name, Json.of(text));
    }

    /** Sets a whole-number field. */
    public ObjectBuilder put(String name, long number) {
      return put(name, Json.of(number));
    }

    /** Sets a flag. */
    public ObjectBuilder put(String name, boolean flag) {
      return put(name, Json.of(flag));
    }

    /** Sets a text field where there is one. */
    public ObjectBuilder putText(String name, Optional<String> text) {
      return text.isPresent() ? put(name, text.get()) : this;
    }

    /** Sets fields of another object under their own names; those that it lacks are left out. */
    public ObjectBuilder copy(Json from, String... names) {
      for (String name : names) {
        put(name, from.at(name));
      }
      return this;
    }

    /** Sets an array of texts. */
    public ObjectBuilder putTexts(String name, List<String> texts) {
      List<Json> items = new ArrayList<>();
      texts.forEach(text -> items.add(Json.of(text)));
      return put(name, array(items));
    }

    /** The object. */
    public Json build() {
      return object(fields);
    }
  }
}
