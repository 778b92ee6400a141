package dev.genhub.engine.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A compiled JSON Schema 2020-12 that says what is wrong in the words of the API. Immutable. */
public final class ParameterSchema {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private final JsonNode source;
  private final Schema compiled;
  private final Json defaults;
  private final Set<String> secrets;

  /**
   * Compiles a schema.
   *
   * @throws IllegalArgumentException if it is not a schema
   */
  public ParameterSchema(Json schema) {
    this.source = SpiJson.toJackson(schema);
    try {
      this.compiled = REGISTRY.getSchema(source);
      this.compiled.initializeValidators();
    } catch (RuntimeException broken) {
      throw new IllegalArgumentException("not a JSON Schema: " + broken.getMessage(), broken);
    }
    this.defaults = defaultsOf(schema);
    this.secrets = secretsOf(schema);
  }

  private static Json defaultsOf(Json schema) {
    Map<String, Json> defaults = new LinkedHashMap<>();
    schema
        .at("properties")
        .fields()
        .forEach(
            (name, property) -> {
              if (property.at("default").isPresent()) {
                defaults.put(name, property.at("default"));
              }
            });
    return Json.object(defaults);
  }

  /** Pointers of what is marked {@code writeOnly}; no message shows such a value. */
  private static Set<String> secretsOf(Json schema) {
    return schema.at("properties").fields().entrySet().stream()
        .filter(property -> property.getValue().at("writeOnly").flag().orElse(false))
        .map(property -> "/" + property.getKey())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The schema as it is published. */
  public JsonNode source() {
    return source;
  }

  /**
   * What is wrong with a value.
   *
   * @param at pointer to the value in the request's body, for example {@code /parameters}
   */
  public List<Violation> check(JsonNode value, String at) {
    return compiled.validate(value).stream().map(error -> violation(error, at)).distinct().toList();
  }

  private Violation violation(Error error, String at) {
    String pointer = at + error.getInstanceLocation();
    // a missing or unknown name is reported at its parent: point at the name itself
    if (error.getProperty() != null) {
      pointer += "/" + error.getProperty().replace("~", "~0").replace("/", "~1");
    }
    return new Violation(pointer, detail(error));
  }

  private String detail(Error error) {
    boolean secret = secrets.contains(error.getInstanceLocation().toString());
    String value = secret ? "the value" : given(error.getInstanceNode());
    return switch (error.getKeyword()) {
      case "additionalProperties", "unevaluatedProperties" ->
          "'" + error.getProperty() + "' is not known here";
      case "required" -> "'" + error.getProperty() + "' is required";
      case "enum" -> value + " is none of " + error.getSchemaNode();
      case "const" -> value + " must be " + error.getSchemaNode();
      case "type" -> value + " must be of type " + error.getSchemaNode();
      case "minimum", "exclusiveMinimum" -> value + " is below " + error.getSchemaNode();
      case "maximum", "exclusiveMaximum" -> value + " is above " + error.getSchemaNode();
      case "maxLength" -> "is longer than " + error.getSchemaNode() + " characters";
      case "minLength" -> "is shorter than " + error.getSchemaNode() + " characters";
      case "maxItems" -> "has more than " + error.getSchemaNode() + " entries";
      case "minItems" -> "has fewer than " + error.getSchemaNode() + " entries";
      case "false" -> "is not allowed here";
      default -> value + ": " + error.getMessage();
    };
  }

  private static String given(JsonNode value) {
    String text = String.valueOf(value);
    return text.length() <= 80 ? text : text.substring(0, 77) + "...";
  }

  /** The value with the schema's top-level defaults filled in where it says nothing. */
  public Json withDefaults(Json value) {
    return defaults.merged(value);
  }
}
