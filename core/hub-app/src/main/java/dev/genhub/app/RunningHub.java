package dev.genhub.app;

import dev.genhub.app.route.LiveRoutes;
import dev.genhub.app.route.RouteProblem;
import dev.genhub.app.settings.HubSettings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.apache.camel.CamelContext;

/** A hub that answers requests until it is closed. */
public final class RunningHub implements AutoCloseable {
  private final HubSettings settings;
  private final LiveRoutes routes;
  private final Inside inside;
  private final Resources resources;

  /** What a test of the routes looks at. */
  record Inside(CamelContext camel, Map<String, Object> verbs) {}

  RunningHub(HubSettings settings, LiveRoutes routes, Inside inside, Resources resources) {
    this.settings = settings;
    this.routes = routes;
    this.inside = inside;
    this.resources = resources;
  }

  /** Where it listens, as seen from this machine. */
  public URI address() {
    return URI.create("http://" + settings.http().host() + ":" + settings.http().port());
  }

  /** The files of the routes folder that are not in effect as they stand there. */
  public List<RouteProblem> routeProblems() {
    return routes.problems();
  }

  Inside inside() {
    return inside;
  }

  /** Ends what is under way, then everything else; within ten seconds. */
  @Override
  public void close() {
    resources.close();
  }
}
