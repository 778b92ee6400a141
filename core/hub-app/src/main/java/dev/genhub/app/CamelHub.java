package dev.genhub.app;

import dev.genhub.app.route.HandOverHttpEngine;
import dev.genhub.app.route.LiveRoutes;
import dev.genhub.app.route.RouteFileException;
import dev.genhub.app.settings.HubSettings;
import dev.genhub.engine.call.AnswerTime;
import dev.genhub.engine.dispatch.LaneRoom;
import dev.genhub.engine.http.ApiDescription;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainConfigurationProperties;
import org.apache.camel.main.SimpleMainShutdownStrategy;
import org.apache.camel.model.ModelCamelContext;

/** Camel with the hub's routes, its HTTP server and its one client for providers. */
final class CamelHub {
  private static final int LARGEST_BODY = 2 * 1024 * 1024;
  private static final int STOP_WITHIN_SECONDS = 5;

  /** The longest call to a provider, and time to record its outcome. */
  private static final Duration LONGEST_WORK = AnswerTime.LONGEST.plusMinutes(1);

  private final HubSettings settings;
  private final Function<UUID, String> openKey;
  private final Main main = new Main();

  /**
   * @param openKey decrypts a stored key at the moment it leaves
   */
  CamelHub(HubSettings settings, Function<UUID, String> openKey) {
    this.settings = settings;
    this.openKey = openKey;
  }

  /** Free places in the lanes; none before the start. */
  LaneRoom lanes() {
    return (lane, plugin) -> new SedaLanes(context()).free(lane, plugin);
  }

  CamelContext context() {
    return main.getCamelContext();
  }

  /**
   * Starts Camel with the routes of the folder.
   *
   * @throws RouteFileException for a file that cannot be used
   */
  LiveRoutes start(
      Verbs verbs, ApiDescription description, QuartzComponent schedule, Resources resources)
      throws RouteFileException, IOException {
    configure();
    // the end of the process is the command line's business, in its own order
    main.setShutdownStrategy(new SimpleMainShutdownStrategy());
    verbs.byName().forEach(main::bind);
    main.bind("http", ProviderHttp.component(openKey));
    main.bind("cron", schedule);
    main.bind("platform-http-engine", new HandOverHttpEngine());
    // a request keeps its worker until it is answered, also while it waits for a shared commit
    Vertx vertx = BoundedVertx.start(settings.http().workers(), settings.http().idleTimeout());
    resources.add(() -> vertx.close().toCompletionStage().toCompletableFuture().join());
    main.bind("vertx", vertx);
    resources.add(main::stop);
    main.start();
    UnservedRequests unserved = new UnservedRequests(description);
    unserved.answerOn(router());
    LiveRoutes routes =
        new LiveRoutes(
            (ModelCamelContext) context(), settings.routesDir(), LONGEST_WORK, Clock.systemUTC());
    routes.start();
    unserved.started();
    return routes;
  }

  /** Camel names its router after the port. */
  private VertxPlatformHttpRouter router() {
    return VertxPlatformHttpRouter.lookup(
        context(), VertxPlatformHttpRouter.getRouterNameFromPort(settings.http().port()));
  }

  private void configure() {
    MainConfigurationProperties configuration = main.configure();
    configuration
        .withName("genhub")
        .withJmxEnabled(false)
        .withShutdownTimeout(STOP_WITHIN_SECONDS)
        .withShutdownNowOnTimeout(true)
        .withShutdownLogInflightExchangesOnTimeout(true)
        .withStreamCachingEnabled(false);
    configuration
        .httpServer()
        .withEnabled(true)
        .withHost(settings.http().host())
        .withPort(settings.http().port())
        .withMaxBodySize(LARGEST_BODY)
        .withFileUploadEnabled(false);
    main.addOverrideProperty("genhub.routes-dir", settings.routesDir().toString());
    for (Map.Entry<String, String> value : settings.values().file().entrySet()) {
      if (value.getKey().startsWith("camel.")) {
        main.addInitialProperty(value.getKey(), value.getValue());
      }
    }
  }
}
