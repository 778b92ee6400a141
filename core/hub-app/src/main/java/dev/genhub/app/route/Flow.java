package dev.genhub.app.route;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;

/**
 * What a file of the routes folder holds. Definitions are read anew whenever they are asked for,
 * because Camel changes a definition when it starts it.
 */
sealed interface Flow {

  /** How a route names the error configuration that it takes in. */
  Pattern CONFIGURATION = Pattern.compile("routeConfigurationId:\\s*([\\w-]+)");

  /** How a route names a file of the routes folder. */
  Pattern FILE = Pattern.compile("\\{\\{genhub\\.routes-dir}}/([\\w./-]+\\.sql)");

  /** The name of the file, without folders and endings. */
  String id();

  /** The file as it was read. */
  String text();

  /** The SQL files that the flow uses, by their names below the routes folder. */
  default Set<String> statements() {
    Set<String> named = new TreeSet<>();
    for (Matcher names = FILE.matcher(text()); names.find(); ) {
      named.add(names.group(1));
    }
    return named;
  }

  /** The error configuration that the flow names; empty when it takes everybody's. */
  default Optional<String> configuration() {
    Matcher named = CONFIGURATION.matcher(text());
    return named.find() ? Optional.of(named.group(1)) : Optional.empty();
  }

  /** One route. */
  record OneRoute(String id, String text, Supplier<RouteDefinition> definition) implements Flow {}

  /**
   * A template; every plugin has an instance.
   *
   * @param instance the route of a plugin, by the plugin's id
   */
  record Template(String id, String text, Function<String, RouteDefinition> instance)
      implements Flow {}

  /** What becomes of failures in other routes: in those that name it, or that name none. */
  record Configuration(String id, String text, RouteConfigurationDefinition definition)
      implements Flow {}
}
