package dev.genhub.app.plugin;

import dev.genhub.app.folder.FolderWatch;
import dev.genhub.app.folder.Look;
import dev.genhub.app.route.LiveRoutes;
import dev.genhub.engine.catalogue.LiveCatalogue;
import dev.genhub.engine.catalogue.PluginRoutes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Keeps the catalogue and the routes of plugins equal to the plugins folder. */
public final class LivePlugins {

  private final PluginFolder folder;
  private final LiveCatalogue catalogue;
  private Map<String, Look> known = Map.of();

  /** Follows the folder with the catalogue. */
  public LivePlugins(PluginFolder folder, LiveCatalogue catalogue) {
    this.folder = folder;
    this.catalogue = catalogue;
  }

  /** Takes up what the folder holds; plugins have no routes yet. */
  public void start() {
    try {
      known = folder.look();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(folder + " cannot be read", unreadable);
    }
    catalogue.follow(known.keySet());
  }

  /** Gives the plugins their routes, now and whenever one comes or goes. */
  public void open(LiveRoutes routes) {
    catalogue.open(
        new PluginRoutes() {
          @Override
          public void open(String plugin, Map<String, String> own) throws Exception {
            routes.openPlugin(plugin, own);
          }

          @Override
          public void close(String plugin) {
            routes.closePlugin(plugin);
          }
        });
  }

  /** Follows the folder from now on; closing the watch leaves the plugins as they are. */
  public AutoCloseable watch() {
    return new FolderWatch(folder, catalogue::follow, catalogue::advance).start(known);
  }
}
