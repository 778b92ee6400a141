package dev.genhub.engine.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;

/**
 * Puts several OpenAPI files together. Paths, webhooks, tags and the names within each section of
 * the components come from all of them; everything else from one. No name is defined twice, so that
 * no file changes what another means.
 */
final class DescriptionMerge {

  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private final Map<String, String> definedIn = new HashMap<>();

  /**
   * Takes a file in.
   *
   * @param file its name, for messages
   * @throws IllegalStateException if it defines a name that an earlier file defines
   */
  void add(String file, JsonNode content) {
    content.properties().forEach(part -> add(file, part.getKey(), part.getValue()));
  }

  private void add(String file, String part, JsonNode value) {
    switch (part) {
      case "tags" -> addTags(file, value);
      case "paths", "webhooks" -> addAll(file, part, document.withObjectProperty(part), value);
      case "components" -> addComponents(file, value);
      default -> {
        claim(file, "'" + part + "'");
        document.set(part, value);
      }
    }
  }

  private void addTags(String file, JsonNode tags) {
    ArrayNode all = document.withArrayProperty("tags");
    for (JsonNode tag : tags) {
      claim(file, named("tags", tag.path("name").asText()));
      all.add(tag);
    }
  }

  private void addComponents(String file, JsonNode sections) {
    ObjectNode components = document.withObjectProperty("components");
    sections
        .properties()
        .forEach(
            section ->
                addAll(
                    file,
                    "components/" + section.getKey(),
                    components.withObjectProperty(section.getKey()),
                    section.getValue()));
  }

  private void addAll(String file, String section, ObjectNode into, JsonNode entries) {
    entries
        .properties()
        .forEach(
            entry -> {
              claim(file, named(section, entry.getKey()));
              into.set(entry.getKey(), entry.getValue());
            });
  }

  private static String named(String section, String name) {
    return "'" + name + "' of " + section;
  }

  private void claim(String file, String what) {
    String earlier = definedIn.putIfAbsent(what, file);
    if (earlier != null) {
      throw new IllegalStateException(
          file + " defines " + what + ", which " + earlier + " defines already");
    }
  }

  /** What was taken in so far. */
  ObjectNode document() {
    return document;
  }
}
