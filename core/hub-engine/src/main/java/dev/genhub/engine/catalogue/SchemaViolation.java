package dev.genhub.engine.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import dev.genhub.spi.Violation;

/** Says in the words of the API what a schema finds wrong. */
final class SchemaViolation {

  private static final int LONGEST_VALUE = 80;

  private SchemaViolation() {}

  /**
   * The violation.
   *
   * @param at pointer to what was checked
   * @param secret whether the value must not be shown
   */
  static Violation of(Error error, String at, boolean secret) {
    return new Violation(pointer(error, at), detail(error, secret));
  }

  /** A missing, unknown or misnamed name is reported at its parent: point at the name itself. */
  private static String pointer(Error error, String at) {
    boolean dependent = error.getKeyword().equals("dependentRequired");
    String name = dependent ? missing(error) : error.getProperty();
    String parent = at + (dependent ? parentOf(error) : error.getInstanceLocation());
    return name == null ? parent : parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }

  /** The library reports at the name that asks for the other one. */
  private static String parentOf(Error error) {
    String location = error.getInstanceLocation().toString();
    return location.endsWith("/" + error.getProperty())
        ? location.substring(0, location.lastIndexOf('/'))
        : location;
  }

  private static String missing(Error error) {
    return String.valueOf(error.getArguments()[0]);
  }

  private static String detail(Error error, boolean secret) {
    String value = secret ? "the value" : given(error.getInstanceNode());
    String name = "'" + error.getProperty() + "'";
    String allowed = text(error.getSchemaNode());
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" -> name + " is not known here";
      case "required" -> name + " is required";
      case "dependentRequired" -> "'" + missing(error) + "' is required with " + name;
      case "propertyNames" -> name + " is no name that is taken here" + names(error);
      case "enum" -> value + " is none of " + allowed;
      case "const" -> value + " must be " + allowed;
      case "type" -> value + " must be of type " + allowed;
      case "minimum" -> value + " is below " + allowed;
      case "maximum" -> value + " is above " + allowed;
      case "exclusiveMinimum" -> value + " must be above " + allowed;
      case "exclusiveMaximum" -> value + " must be below " + allowed;
      case "multipleOf" -> value + " must be a multiple of " + allowed;
      case "pattern" -> value + " must match " + error.getSchemaNode().asText();
      case "maxLength" -> "is longer than " + allowed + " characters";
      case "minLength" -> "is shorter than " + allowed + " characters";
      case "maxItems" -> "has more than " + allowed + " entries";
      case "minItems" -> "has fewer than " + allowed + " entries";
      case "uniqueItems" -> "has the same entry more than once";
      case "maxProperties" -> "has more than " + allowed + " names";
      case "minProperties" -> "has fewer than " + allowed + " names";
      case "oneOf" -> "fits more or fewer than one of the ways that it may be";
      case "false" -> "is not allowed here";
      default -> value + ": " + error.getMessage();
    };
  }

  private static String names(Error error) {
    JsonNode longest = error.getSchemaNode().path("maxLength");
    return longest.isNumber() ? "; at most " + longest + " characters are" : "";
  }

  private static String text(JsonNode node) {
    return String.valueOf(node);
  }

  private static String given(JsonNode value) {
    String text = text(value);
    return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
  }
}
