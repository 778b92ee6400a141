package dev.genhub.app.route;

import dev.genhub.app.route.Flow.Configuration;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.model.FromDefinition;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.SetBodyDefinition;
import org.apache.camel.model.language.ConstantExpression;

/** The error configurations that are in effect for routes made from now on. */
final class Configurations {
  private final ModelCamelContext context;
  private final RunningRoutes routes;
  private final Map<String, RouteConfigurationDefinition> byId = new HashMap<>();

  Configurations(ModelCamelContext context, RunningRoutes routes) {
    this.context = context;
    this.routes = routes;
  }

  /**
   * Takes a configuration into use, in the place of the one of the same file.
   *
   * @throws Exception if no route could be made with it; the one before stays
   */
  void put(Configuration configuration) throws Exception {
    RouteConfigurationDefinition before = byId.get(configuration.id());
    exchange(before, configuration.definition());
    try {
      routes.tryOut("error-configuration", routeWith(configuration.definition()));
    } catch (Exception unusable) {
      exchange(configuration.definition(), before);
      throw unusable;
    }
    byId.put(configuration.id(), configuration.definition());
  }

  void remove(String id) {
    exchange(byId.remove(id), null);
  }

  private void exchange(RouteConfigurationDefinition old, RouteConfigurationDefinition next) {
    context.getRouteConfigurationDefinitions().remove(old);
    context.addRouteConfiguration(next);
  }

  /** The smallest route; Camel looks at a configuration only when a route takes it in. */
  private static RouteDefinition routeWith(RouteConfigurationDefinition configuration) {
    RouteDefinition route = new RouteDefinition();
    route.setInput(new FromDefinition("direct:tried"));
    route.setRouteConfigurationId(configuration.getId());
    route.addOutput(new SetBodyDefinition(new ConstantExpression("")));
    return route;
  }
}
