package dev.genhub.engine.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds answers against the schemas of the API's document. Stricter than the document is for
 * clients: a field that the document does not name is a mistake here, as is a text that does not
 * have its format.
 */
public final class DescribedSchemas {

  /** The document as a hub answers it. */
  static final ObjectNode DOCUMENT =
      ApiDescription.load().document(URI.create("http://localhost:8080"));

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> NOT_SCHEMAS = Set.of("examples", "example", "value", "default");

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  private static final JsonNode CLOSED = closed(DOCUMENT.get("components").deepCopy());

  private DescribedSchemas() {}

  /** Asserts that an answer, written as the API writes it, is as the named schema says. */
  public static void assertDescribed(String schema, Object answer) {
    JsonNode written = written(answer);
    assertThat(errors(reference(schema), written)).as("%s: %s", schema, written).isEmpty();
  }

  /** Asserts that an object and its schema have the same fields, all of them required. */
  static void assertSameFields(String schema, Object answer) {
    JsonNode described = schema(schema);
    Set<String> required = new TreeSet<>();
    described.path("required").forEach(name -> required.add(name.asText()));
    assertThat(names(written(answer)))
        .as(schema)
        .isEqualTo(names(described.path("properties")))
        .isEqualTo(required);
  }

  /** What is wrong with a value, by a schema of the document; empty when nothing is. */
  static List<Error> errors(JsonNode schema, JsonNode value) {
    ObjectNode whole = (ObjectNode) closed(schema.deepCopy());
    whole.set("components", CLOSED);
    return REGISTRY.getSchema(whole).validate(value);
  }

  static JsonNode schema(String name) {
    JsonNode schema = DOCUMENT.at("/components/schemas/" + name);
    assertThat(schema.isObject()).as("the document has a schema %s", name).isTrue();
    return schema;
  }

  static JsonNode written(Object answer) {
    return parse(ApiJson.write(answer));
  }

  static JsonNode parse(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static JsonNode reference(String schema) {
    return JSON.createObjectNode().put("$ref", "#/components/schemas/" + schema);
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static JsonNode closed(JsonNode node) {
    if (node instanceof ObjectNode schema
        && schema.path("properties").isObject()
        && !schema.has("additionalProperties")) {
      schema.put("additionalProperties", false);
    }
    node.properties().stream()
        .filter(member -> !NOT_SCHEMAS.contains(member.getKey()))
        .forEach(member -> closed(member.getValue()));
    if (node.isArray()) {
      node.forEach(DescribedSchemas::closed);
    }
    return node;
  }
}
