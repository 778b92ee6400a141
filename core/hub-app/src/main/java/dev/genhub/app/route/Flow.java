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

  /** How a route names a file of the routes folder. */
  Pattern FILE = Pattern.compile("\\{\\{genhub\\.routes-dir}}/([\\w./-]+\\.sql)");

  /** The name of the file, without folders and endings. */
  String id();

  /** The file as it was read. */
  String text();

  /**
   * The place among flows that are started together: error configurations before the routes that
   * take them in, and who takes before who sends, because a queue is made by the first that names
   * it and only who takes from it knows its size.
   */
  int rank();

  /** The SQL files that the flow uses, by their names below the routes folder. */
  default Set<String> statements() {
    Set<String> named = new TreeSet<>();
    for (Matcher names = FILE.matcher(text()); names.find(); ) {
      named.add(names.group(1));
    }
    return named;
  }

  /** The name of the error configuration that it takes in, or is; empty for everybody's. */
  Optional<String> configuration();

  /** One route. */
  record OneRoute(
      String id, String text, Optional<String> configuration, Supplier<RouteDefinition> definition)
      implements Flow {
    @Override
    public int rank() {
      String uri = definition.get().getInput().getEndpointUri();
      return uri.startsWith("seda:") || uri.startsWith("direct:") ? 2 : 3;
    }
  }

  /**
   * A template; every plugin has an instance.
   *
   * @param instance the route of a plugin, by the plugin's id
   */
  record Template(
      String id,
      String text,
      Optional<String> configuration,
      Function<String, RouteDefinition> instance)
      implements Flow {
    @Override
    public int rank() {
      return 1;
    }
  }

  /** What becomes of failures in other routes: in those that name it, or that name none. */
  record Configuration(
      String id,
      String text,
      Optional<String> configuration,
      RouteConfigurationDefinition definition)
      implements Flow {
    @Override
    public int rank() {
      return 0;
    }
  }
}
