package dev.genhub.engine.plugin;

import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What became of a jar that was taken up, until it is closed. Closing ends its threads, lets go of
 * its class loader and deletes the hub's copy of the jar.
 */
public final class LoadedPlugin implements AutoCloseable {

  private final InstalledPlugin plugin;
  private final Map<String, String> routes;
  private final IntSupplier callsUnderWay;
  private final Runnable unload;

  LoadedPlugin(
      InstalledPlugin plugin,
      Map<String, String> routes,
      IntSupplier callsUnderWay,
      Runnable unload) {
    this.plugin = plugin;
    this.routes = Map.copyOf(routes);
    this.callsUnderWay = callsUnderWay;
    this.unload = unload;
  }

  /** A jar that does not work; nothing of it is left loaded. */
  static LoadedPlugin failed(InstalledPlugin plugin) {
    return new LoadedPlugin(plugin, Map.of(), () -> 0, () -> {});
  }

  /** The plugin, or why it is none. */
  public InstalledPlugin plugin() {
    return plugin;
  }

  /** The texts of the routes that the jar carries, by their names in its folder {@code routes}. */
  public Map<String, String> routes() {
    return routes;
  }

  /** How many calls of its code are waited for. */
  public int callsUnderWay() {
    return callsUnderWay.getAsInt();
  }

  @Override
  public void close() {
    unload.run();
  }
}
