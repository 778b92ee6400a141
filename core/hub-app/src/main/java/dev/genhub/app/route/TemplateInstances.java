package dev.genhub.app.route;

import dev.genhub.app.route.Flow.Template;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.model.RouteDefinition;

/** The routes that are made from templates: one for each template and plugin. */
final class TemplateInstances {
  private final RunningRoutes routes;
  private final Map<String, Template> templates = new LinkedHashMap<>();
  private final Set<String> plugins = new LinkedHashSet<>();

  TemplateInstances(RunningRoutes routes) {
    this.routes = routes;
  }

  /** Takes a template into use, in the place of the one of the same id. */
  void put(Template template) throws Exception {
    routes.put(of(template));
    templates.put(template.id(), template);
  }

  /** The instances of a template, by id. */
  Map<String, Supplier<RouteDefinition>> of(Template template) {
    Map<String, Supplier<RouteDefinition>> instances = new LinkedHashMap<>();
    for (String plugin : plugins) {
      instances.put(id(template.id(), plugin), () -> template.instance().apply(plugin));
    }
    return instances;
  }

  /** Ends the instances of a template. */
  void remove(String template) {
    templates.remove(template);
    routes.remove(plugins.stream().map(plugin -> id(template, plugin)).toList());
  }

  /** Gives a plugin its routes, if it has none yet. */
  void open(String plugin) throws Exception {
    if (!plugins.add(plugin)) {
      return;
    }
    Map<String, Supplier<RouteDefinition>> instances = new LinkedHashMap<>();
    for (Template template : List.copyOf(templates.values())) {
      instances.put(id(template.id(), plugin), () -> template.instance().apply(plugin));
    }
    try {
      routes.put(instances);
    } catch (Exception failed) {
      close(plugin);
      throw failed;
    }
  }

  /** Ends the routes of a plugin. */
  void close(String plugin) {
    plugins.remove(plugin);
    routes.remove(templates.keySet().stream().map(template -> id(template, plugin)).toList());
  }

  private static String id(String template, String plugin) {
    return template + "-" + plugin;
  }
}
