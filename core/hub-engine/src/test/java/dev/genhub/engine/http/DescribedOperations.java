package dev.genhub.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The operations of the document with their references followed. */
final class DescribedOperations {

  private DescribedOperations() {}

  /** An operation and the path item that it stands in. */
  record Described(String path, JsonNode item, JsonNode node) {

    /** Its own parameters and those of its path. */
    List<JsonNode> parameters() {
      List<JsonNode> parameters = new ArrayList<>();
      item.path("parameters").forEach(it -> parameters.add(follow(it)));
      node.path("parameters").forEach(it -> parameters.add(follow(it)));
      return parameters;
    }

    /** By status, or {@code default}. */
    Map<String, JsonNode> responses() {
      Map<String, JsonNode> responses = new LinkedHashMap<>();
      node.path("responses")
          .properties()
          .forEach(it -> responses.put(it.getKey(), follow(it.getValue())));
      return responses;
    }

    boolean authenticated() {
      return !node.has("security");
    }

    @Override
    public String toString() {
      return node.path("operationId").asText();
    }
  }

  static Stream<Described> all() {
    return ApiDescription.load().operations().stream()
        .map(
            it -> {
              JsonNode item = DescribedSchemas.DOCUMENT.path("paths").path(it.path());
              return new Described(
                  it.path(), item, item.path(it.method().toLowerCase(Locale.ROOT)));
            });
  }

  /** What a reference stands for; anything else is itself. */
  static JsonNode follow(JsonNode node) {
    return node.has("$ref")
        ? DescribedSchemas.DOCUMENT.at(node.get("$ref").asText().substring(1))
        : node;
  }
}
