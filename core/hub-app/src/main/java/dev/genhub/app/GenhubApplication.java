package dev.genhub.app;

import dev.genhub.app.route.LiveRoutes;
import dev.genhub.app.route.RouteFileException;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.engine.http.ApiDescription;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.util.UUID;

/** Starts the hub: database, plugins, verbs, routes. */
public final class GenhubApplication {
  private GenhubApplication() {}

  /**
   * Starts a hub and returns once it answers.
   *
   * @throws StartException if it cannot start; nothing is left running then
   */
  public static RunningHub start(HubSettings settings) {
    Resources resources = new Resources();
    try {
      return start(settings, resources);
    } catch (Exception failed) {
      resources.close();
      throw failed instanceof StartException known ? known : explain(settings, failed);
    }
  }

  private static RunningHub start(HubSettings settings, Resources resources) throws Exception {
    if (!Files.isDirectory(settings.routesDir())) {
      throw new StartException(
          "genhub.routes-dir " + settings.routesDir() + " is no folder; there are no routes", null);
    }
    requireFreePort(settings);
    String node = "node-" + UUID.randomUUID();
    Parts parts = new Parts(settings, node, Clock.systemUTC(), resources);
    CamelHub camel = new CamelHub(settings, parts.vault::open);
    Verbs verbs = new Verbs();
    ApiDescription description = ApiDescription.load();
    ApiVerbs.add(verbs, parts, description);
    WorkVerbs.add(verbs, parts, camel.lanes(), resources);
    // closed in the opposite order: nothing more is sent, calls end, the rest is handed back
    resources.add(parts.dispatch::handBack);
    LiveRoutes routes =
        camel.start(
            verbs,
            description,
            ClusteredSchedule.component(node, parts.pools.workers()),
            resources);
    resources.add(parts.held::stopSending);
    parts.plugins.open(routes);
    resources.add(parts.plugins.watch());
    resources.add(routes.watch());
    return new RunningHub(
        settings, routes, new RunningHub.Inside(camel.context(), verbs.byName()), resources);
  }

  /** Before anything is begun: Camel's server only logs that it could not have its port. */
  private static void requireFreePort(HubSettings settings) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(settings.http().host(), settings.http().port()));
    }
  }

  private static StartException explain(HubSettings settings, Exception failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof RouteFileException file) {
        return new StartException(
            "the route file "
                + settings.routesDir().resolve(file.file())
                + " cannot be used: "
                + file.getMessage(),
            failed);
      }
      if (cause instanceof BindException) {
        return new StartException(
            "port "
                + settings.http().port()
                + " on "
                + settings.http().host()
                + " cannot be used: "
                + cause.getMessage()
                + "; set genhub.http.port or genhub.http.host",
            failed);
      }
    }
    return new StartException("the hub does not start: " + failed.getMessage(), failed);
  }
}
