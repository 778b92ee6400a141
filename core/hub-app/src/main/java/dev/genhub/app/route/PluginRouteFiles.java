package dev.genhub.app.route;

import dev.genhub.app.route.Flow.OneRoute;

/** Reads the routes that a plugin's jar carries. */
final class PluginRouteFiles {
  private PluginRouteFiles() {}

  /**
   * Reads one.
   *
   * @throws RouteFileException if it is no route, or not called after its plugin
   */
  static OneRoute read(FlowReader reader, String plugin, String file, String text)
      throws RouteFileException {
    Flow flow = reader.read(file, text);
    if (!(flow instanceof OneRoute route)) {
      throw new RouteFileException(
          file, "it holds no route; templates and error configurations are the hub's", null);
    }
    if (!route.id().startsWith(plugin + "-")) {
      throw new RouteFileException(
          file,
          "its id is '" + route.id() + "'; it must begin with '" + plugin + "-', like its plugin",
          null);
    }
    return route;
  }
}
