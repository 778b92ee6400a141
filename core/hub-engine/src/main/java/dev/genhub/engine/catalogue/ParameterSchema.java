package dev.genhub.engine.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.Violation;
import dev.genhub.spi.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A compiled JSON Schema 2020-12 that says what is wrong in the words of the API. Immutable. */
public final class ParameterSchema {

  /** JSON Schema 2020-12 and the hub's own annotations, which validate nothing. */
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDialect(
          Dialect.builder(Dialects.getDraft202012())
              .keyword(new NonValidationKeyword(ModelSpec.TASK_TYPES))
              .keyword(new NonValidationKeyword(ModelSpec.REQUIRED_FOR))
              .build());

  /** What every schema must fit; the library by itself lets a misspelt one pass. */
  private static final Schema META_SCHEMA =
      REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

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
    this.compiled = compiled(source);
    this.defaults = defaultsOf(schema);
    this.secrets = secretsOf(schema);
  }

  private static Schema compiled(JsonNode source) {
    try {
      List<Error> wrong = META_SCHEMA.validate(source);
      if (!wrong.isEmpty()) {
        Violation first = SchemaViolation.of(wrong.get(0), "", false);
        throw new IllegalArgumentException(first.pointer() + " " + first.detail());
      }
      Schema schema = REGISTRY.getSchema(source);
      schema.initializeValidators();
      return schema;
    } catch (RuntimeException broken) {
      throw new IllegalArgumentException("not a JSON Schema: " + broken.getMessage(), broken);
    }
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
    boolean secret = secrets.contains(error.getInstanceLocation().toString());
    return SchemaViolation.of(error, at, secret);
  }

  /** The value with the schema's top-level defaults filled in where it says nothing. */
  public Json withDefaults(Json value) {
    return defaults.merged(value);
  }
}
