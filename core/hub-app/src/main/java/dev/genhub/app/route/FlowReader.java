package dev.genhub.app.route;

import dev.genhub.app.route.Flow.Configuration;
import dev.genhub.app.route.Flow.OneRoute;
import dev.genhub.app.route.Flow.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.builder.RouteConfigurationBuilder;
import org.apache.camel.model.DefaultRouteTemplateContext;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteConfigurationDefinition;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RouteTemplateDefinition;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;

/** Reads a file's text with Camel's YAML loader, without letting it take effect. */
final class FlowReader {

  /** The one parameter of the hub's templates. */
  private static final String PLUGIN = "plugin";

  private final ModelCamelContext context;

  FlowReader(ModelCamelContext context) {
    this.context = context;
  }

  /**
   * Reads one flow.
   *
   * @param file its name below the routes folder
   * @throws RouteFileException if it is no YAML, no route, more than one, or not called like its
   *     file
   */
  Flow read(String file, String text) throws RouteFileException {
    RouteConfigurationBuilder read = parse(file, text);
    List<RouteConfigurationDefinition> configurations =
        read.getRouteConfigurationCollection().getRouteConfigurations();
    List<RouteTemplateDefinition> templates = read.getRouteTemplateCollection().getRouteTemplates();
    List<RouteDefinition> routes = read.getRouteCollection().getRoutes();
    int count = configurations.size() + templates.size() + routes.size();
    if (count != 1) {
      throw new RouteFileException(file, "it has " + count + " routes; a file has one", null);
    }
    if (!configurations.isEmpty()) {
      return configuration(file, text, configurations.get(0));
    }
    return templates.isEmpty()
        ? route(file, text, routes.get(0))
        : template(file, text, templates.get(0));
  }

  private static Flow configuration(
      String file, String text, RouteConfigurationDefinition definition) throws RouteFileException {
    // the one without an id is everybody's
    if (definition.getId() != null) {
      requireName(file, definition.getId());
    }
    return new Configuration(idOf(file), text, Optional.ofNullable(definition.getId()), definition);
  }

  private Flow template(String file, String text, RouteTemplateDefinition definition)
      throws RouteFileException {
    requireName(file, definition.getId());
    return new Template(
        idOf(file),
        text,
        Optional.ofNullable(definition.getRoute().getRouteConfigurationId()),
        plugin -> instance(file, text, plugin));
  }

  private Flow route(String file, String text, RouteDefinition definition)
      throws RouteFileException {
    requireName(file, definition.getId());
    return new OneRoute(
        idOf(file),
        text,
        Optional.ofNullable(definition.getRouteConfigurationId()),
        () -> again(file, text).getRouteCollection().getRoutes().get(0));
  }

  static String idOf(String file) {
    return file.substring(file.lastIndexOf('/') + 1, file.length() - RouteFolder.ROUTE.length());
  }

  private static void requireName(String file, String called) throws RouteFileException {
    if (!idOf(file).equals(called)) {
      throw new RouteFileException(
          file, "its id is '" + called + "'; it must be '" + idOf(file) + "', like the file", null);
    }
  }

  /** The instance of a template for a plugin, as {@code TemplatedRouteBuilder} would make it. */
  private RouteDefinition instance(String file, String text, String plugin) {
    RouteTemplateDefinition template =
        again(file, text).getRouteTemplateCollection().getRouteTemplates().get(0);
    DefaultRouteTemplateContext parameters = new DefaultRouteTemplateContext(context);
    parameters.setParameter(PLUGIN, plugin);
    RouteDefinition route = template.asRouteDefinition();
    route.setTemplateParameters(Map.of(PLUGIN, plugin));
    route.setRouteTemplateContext(parameters);
    // the template names its steps after the plugin, which is all that is needed
    route.setNodePrefixId(null);
    return route;
  }

  private RouteConfigurationBuilder again(String file, String text) {
    try {
      return parse(file, text);
    } catch (RouteFileException impossible) {
      throw new IllegalStateException("a text that was readable before", impossible);
    }
  }

  private RouteConfigurationBuilder parse(String file, String text) throws RouteFileException {
    try {
      Resource resource = ResourceHelper.fromBytes(file, text.getBytes(StandardCharsets.UTF_8));
      RouteConfigurationBuilder builder =
          (RouteConfigurationBuilder)
              PluginHelper.getRoutesLoader(context)
                  .findRoutesBuilders(List.of(resource))
                  .iterator()
                  .next();
      builder.setCamelContext(context);
      builder.getRouteConfigurationCollection().setCamelContext(context);
      builder.configuration();
      builder.configureRoutes(context);
      return builder;
    } catch (Exception broken) {
      throw RouteFileException.because(file, broken);
    }
  }
}
