package dev.genhub.app;

import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Gives each plugin its routes: the door, the lane for submits and the lane for looks. */
final class PluginLanes {

  private final CamelContext context;

  PluginLanes(CamelContext context) {
    this.context = context;
  }

  /** Adds the routes of a plugin from the templates. */
  void open(String plugin) {
    add("call-provider", plugin);
    add("submit-generation", plugin);
    add("follow-task", plugin);
  }

  private void add(String template, String plugin) {
    TemplatedRouteBuilder.builder(context, template)
        .routeId(template + "-" + plugin)
        .parameter("plugin", plugin)
        .add();
  }
}
