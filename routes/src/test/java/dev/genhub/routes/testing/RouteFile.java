package dev.genhub.routes.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A route file as data.
 *
 * @param name below the module's folder
 * @param root what it holds: a list
 */
public record RouteFile(String name, JsonNode root) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /** All of the module. */
  public static List<RouteFile> all() {
    return RouteFiles.routes().stream().map(RouteFile::read).toList();
  }

  private static RouteFile read(String name) {
    try {
      return new RouteFile(name, YAML.readTree(RouteFiles.read(name)));
    } catch (IOException broken) {
      throw new UncheckedIOException(name, broken);
    }
  }

  /** {@code route}, {@code routeTemplate} or {@code routeConfiguration}. */
  public String kind() {
    return root.path(0).fieldNames().next();
  }

  /** What stands under its kind. */
  public JsonNode flow() {
    return root.path(0).path(kind());
  }

  /** The file's name without folder and ending, which is the id of what it holds. */
  public String id() {
    return name.substring(name.lastIndexOf('/') + 1, name.length() - ".camel.yaml".length());
  }

  /** Where the route or template begins; missing in a configuration. */
  public JsonNode from() {
    return flow().has("route") ? flow().path("route").path("from") : flow().path("from");
  }

  /** The beans that it names, in order, each as often as it is named. */
  public List<String> beans() {
    List<String> found = new ArrayList<>();
    root.findValues("bean").forEach(bean -> found.add(bean.path("ref").asText()));
    return found;
  }

  /** The addresses that it sends to. */
  public List<String> targets() {
    List<String> found = new ArrayList<>();
    for (String step : List.of("to", "toD")) {
      root.findValues(step).forEach(to -> found.add(to.isTextual() ? to.asText() : uri(to)));
    }
    return found;
  }

  /** Where it takes from; empty for a configuration. */
  public Optional<String> source() {
    return Optional.of(from()).filter(JsonNode::isObject).map(RouteFile::uri);
  }

  private static String uri(JsonNode endpoint) {
    return endpoint.path("uri").asText();
  }

  @Override
  public String toString() {
    return name;
  }
}
