package dev.genhub.app.route;

import dev.genhub.app.route.Flow.Template;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

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
    for (String plugin : plugins) {
      start(template, plugin);
    }
    templates.put(template.id(), template);
  }

  void remove(String template) throws Exception {
    templates.remove(template);
    for (String plugin : plugins) {
      routes.remove(id(template, plugin));
    }
  }

  /** Gives a plugin its routes. */
  void open(String plugin) throws Exception {
    plugins.add(plugin);
    for (Template template : templates.values()) {
      start(template, plugin);
    }
  }

  private void start(Template template, String plugin) throws Exception {
    routes.put(id(template.id(), plugin), () -> template.instance().apply(plugin));
  }

  private static String id(String template, String plugin) {
    return template + "-" + plugin;
  }
}
