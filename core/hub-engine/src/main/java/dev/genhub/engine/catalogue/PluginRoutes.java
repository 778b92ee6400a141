package dev.genhub.engine.catalogue;

import java.util.Map;

/** Gives plugins their routes, and takes them away again. Called by one thread at a time. */
public interface PluginRoutes {

  /**
   * Gives a plugin its lanes and the routes that its jar carries, in the place of those that an
   * earlier version of it has.
   *
   * @param routes texts by name
   * @throws Exception if one cannot be used; what ran before goes on
   */
  void open(String plugin, Map<String, String> routes) throws Exception;

  /** Ends the routes of a plugin once they have finished what they began. */
  void close(String plugin);
}
