package dev.genhub.engine.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.genhub.spi.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Carries JSON between the hub, which uses Jackson, and plugins, which do not. */
public final class SpiJson {

  private static final ObjectMapper JACKSON = new ObjectMapper();

  private SpiJson() {}

  /** The value for a plugin. */
  public static Json from(JsonNode node) {
    if (node.isObject()) {
      Map<String, Json> fields = new LinkedHashMap<>();
      node.properties().forEach(field -> fields.put(field.getKey(), from(field.getValue())));
      return Json.object(fields);
    }
    if (node.isArray()) {
      List<Json> items = new ArrayList<>();
      node.forEach(item -> items.add(from(item)));
      return Json.array(items);
    }
    if (node.isNumber()) {
      return Json.of(node.decimalValue());
    }
    if (node.isBoolean()) {
      return Json.of(node.booleanValue());
    }
    return node.isTextual() ? Json.of(node.textValue()) : Json.NULL;
  }

  /** The value for the hub; nothing becomes null. */
  public static JsonNode toJackson(Json json) {
    if (!json.isPresent()) {
      return JsonNodeFactory.instance.nullNode();
    }
    return parse(json.toString());
  }

  /** An object from its text, as it stands in the database; null is an empty object. */
  public static ObjectNode object(String text) {
    return text == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) parse(text);
  }

  private static JsonNode parse(String text) {
    try {
      return JACKSON.readTree(text);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }
}
