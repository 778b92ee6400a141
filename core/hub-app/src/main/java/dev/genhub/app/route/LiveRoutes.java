package dev.genhub.app.route;

import dev.genhub.app.folder.FolderWatch;
import dev.genhub.app.route.Flow.Configuration;
import dev.genhub.app.route.Flow.OneRoute;
import dev.genhub.app.route.Flow.Template;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes of a folder, in effect. Starting and changing is done by one thread at a time; {@link
 * #problems()} may be asked by any.
 */
public final class LiveRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(LiveRoutes.class);

  private final RouteFolder folder;
  private final FlowReader reader;
  private final RunningRoutes routes;
  private final TemplateInstances instances;
  private final Configurations configurations;
  private final RouteProblems problems;
  private final Map<String, Flow> inEffect = new TreeMap<>();

  /** The routes that plugins bring along, by plugin and id. */
  private final Map<String, Map<String, OneRoute>> ofPlugins = new TreeMap<>();

  /**
   * @param folder the routes folder
   * @param finishWithin how long a route that is replaced may need to finish what it has begun
   */
  public LiveRoutes(ModelCamelContext context, Path folder, Duration finishWithin, Clock clock) {
    this.folder = new RouteFolder(folder);
    reader = new FlowReader(context);
    routes = new RunningRoutes(context, finishWithin);
    instances = new TemplateInstances(routes);
    configurations = new Configurations(context, routes);
    problems = new RouteProblems(clock);
  }

  /**
   * Starts everything that the folder holds.
   *
   * @throws RouteFileException for the first file that cannot be used
   * @throws IOException if the folder cannot be read
   */
  public synchronized void start() throws RouteFileException, IOException {
    Map<String, Flow> flows = new LinkedHashMap<>();
    for (String file : folder.look().keySet()) {
      if (file.endsWith(RouteFolder.ROUTE)) {
        flows.put(file, reader.read(file, folder.read(file)));
      }
    }
    for (String file : inOrder(flows)) {
      put(file, flows.get(file));
    }
  }

  /**
   * Gives a plugin its instances of the templates, and the routes that its jar carries in the place
   * of those that an earlier version of it had.
   *
   * @param own the texts of the routes, by file name; their ids begin with the plugin's
   * @throws Exception if one cannot be used; what ran before goes on
   */
  public synchronized void openPlugin(String plugin, Map<String, String> own) throws Exception {
    Map<String, OneRoute> flows = new TreeMap<>();
    for (Map.Entry<String, String> file : own.entrySet()) {
      OneRoute route = PluginRouteFiles.read(reader, plugin, file.getKey(), file.getValue());
      requireUsable(file.getKey(), route);
      flows.put(route.id(), route);
    }
    instances.open(plugin);
    Set<String> before = ofPlugins.getOrDefault(plugin, Map.of()).keySet();
    try {
      routes.put(definitions(flows.values()));
    } catch (Exception failed) {
      routes.remove(without(flows.keySet(), before));
      if (!ofPlugins.containsKey(plugin)) {
        instances.close(plugin);
      }
      throw RouteFileException.because("routes", failed);
    }
    routes.remove(without(before, flows.keySet()));
    ofPlugins.put(plugin, flows);
  }

  /** Ends the routes of a plugin once they have finished what they began. */
  public synchronized void closePlugin(String plugin) {
    Map<String, OneRoute> flows = ofPlugins.remove(plugin);
    if (flows != null) {
      routes.remove(flows.keySet());
    }
    instances.close(plugin);
  }

  private static Map<String, Supplier<RouteDefinition>> definitions(Collection<OneRoute> flows) {
    Map<String, Supplier<RouteDefinition>> definitions = new LinkedHashMap<>();
    flows.stream()
        .sorted(Comparator.comparingInt(Flow::rank))
        .forEach(flow -> definitions.put(flow.id(), flow.definition()));
    return definitions;
  }

  private static Set<String> without(Set<String> ids, Set<String> others) {
    Set<String> left = new TreeSet<>(ids);
    left.removeAll(others);
    return left;
  }

  /** Watches the folder from now on; closing the watch leaves the routes as they are. */
  public AutoCloseable watch() {
    return new FolderWatch(folder, this::follow, this::advance).start();
  }

  /** The files that are not in effect as they stand in the folder, by their names. */
  public List<RouteProblem> problems() {
    return problems.all();
  }

  /**
   * Follows a change of the folder. Files that could not be used before are tried again, as what
   * they lacked may have come.
   *
   * @param changed the names of files that are new, other or gone
   */
  synchronized void follow(Set<String> changed) {
    Set<String> files = new TreeSet<>(changed);
    files.addAll(problems.files());
    Map<String, Flow> flows = new LinkedHashMap<>();
    Set<String> gone = new TreeSet<>();
    for (String file : withDependents(files)) {
      if (folder.has(file)) {
        read(file).ifPresent(flow -> flows.put(file, flow));
      } else {
        problems.solved(file);
        gone.add(file);
      }
    }
    Set<String> moved = flows.values().stream().map(Flow::id).collect(Collectors.toSet());
    gone.stream().filter(it -> moved.contains(idOf(it))).forEach(inEffect::remove);
    inOrder(flows).forEach(file -> replace(file, flows.get(file)));
    gone.stream().filter(inEffect::containsKey).forEach(this::remove);
  }

  private synchronized void advance() {
    routes.advance();
  }

  /** The route files among these, and those that use one of these. */
  private Set<String> withDependents(Set<String> files) {
    Set<String> all = new TreeSet<>();
    for (String file : files) {
      if (file.endsWith(RouteFolder.ROUTE)) {
        all.add(file);
      }
    }
    inEffect.forEach(
        (file, flow) -> {
          if (flow.statements().stream().anyMatch(files::contains)) {
            all.add(file);
          }
        });
    return all;
  }

  private Optional<Flow> read(String file) {
    try {
      return Optional.of(reader.read(file, folder.read(file)));
    } catch (RouteFileException unusable) {
      problems.found(file, unusable.getMessage());
    } catch (IOException unreadable) {
      problems.found(file, "it cannot be read: " + unreadable.getMessage());
    }
    return Optional.empty();
  }

  private void replace(String file, Flow flow) {
    try {
      put(file, flow);
      problems.solved(file);
      LOG.info("route file={} is in effect", file);
    } catch (RouteFileException unusable) {
      problems.found(file, unusable.getMessage());
      return;
    }
    if (flow instanceof Configuration configuration) {
      renewThoseWith(configuration, file);
    }
  }

  private void remove(String file) {
    Flow flow = inEffect.remove(file);
    if (flow instanceof OneRoute route) {
      routes.remove(List.of(route.id()));
    } else if (flow instanceof Template template) {
      instances.remove(template.id());
    } else if (flow instanceof Configuration configuration) {
      configurations.remove(configuration.id());
      renewThoseWith(configuration, file);
    }
    LOG.info("route file={} is gone, and so is what it held", file);
  }

  /** Routes take their error configuration in when they are made, so they are made anew. */
  private void renewThoseWith(Configuration configuration, String file) {
    Optional<String> id = configuration.configuration();
    Map<String, Supplier<RouteDefinition>> affected = new LinkedHashMap<>();
    List<Flow> flows = new ArrayList<>(inEffect.values());
    ofPlugins.values().forEach(own -> flows.addAll(own.values()));
    for (Flow flow : flows) {
      if (flow.configuration().equals(id) && flow instanceof OneRoute route) {
        affected.put(route.id(), route.definition());
      } else if (flow.configuration().equals(id) && flow instanceof Template template) {
        affected.putAll(instances.of(template));
      }
    }
    try {
      routes.put(affected);
    } catch (Exception failed) {
      problems.found(file, RouteFileException.because(file, failed).getMessage());
    }
  }

  private void put(String file, Flow flow) throws RouteFileException {
    requireUsable(file, flow);
    requireNotOfPlugin(file, flow.id());
    try {
      if (flow instanceof OneRoute route) {
        routes.put(Map.of(route.id(), route.definition()));
      } else if (flow instanceof Template template) {
        instances.put(template);
      } else if (flow instanceof Configuration configuration) {
        configurations.put(configuration);
      }
    } catch (Exception failed) {
      throw RouteFileException.because(file, failed);
    }
    inEffect.put(file, flow);
  }

  private void requireUsable(String file, Flow flow) throws RouteFileException {
    for (String statement : flow.statements()) {
      if (!folder.has(statement)) {
        throw new RouteFileException(file, "it uses " + statement + ", which is not there", null);
      }
    }
    for (String other : inEffect.keySet()) {
      if (!other.equals(file) && idOf(other).equals(flow.id())) {
        throw new RouteFileException(file, "its id belongs to " + other + " already", null);
      }
    }
  }

  private void requireNotOfPlugin(String file, String id) throws RouteFileException {
    for (Map.Entry<String, Map<String, OneRoute>> plugin : ofPlugins.entrySet()) {
      if (plugin.getValue().containsKey(id)) {
        throw new RouteFileException(
            file, "its id belongs to plugin '" + plugin.getKey() + "' already", null);
      }
    }
  }

  private static String idOf(String file) {
    return FlowReader.idOf(file);
  }

  private static List<String> inOrder(Map<String, Flow> flows) {
    return flows.keySet().stream()
        .sorted(Comparator.comparingInt(file -> flows.get(file).rank()))
        .toList();
  }
}
