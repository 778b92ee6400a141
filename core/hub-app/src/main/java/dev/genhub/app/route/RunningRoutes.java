package dev.genhub.app.route;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumerAware;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutesDefinition;
import org.apache.camel.support.service.ServiceHelper;

/**
 * The routes that run, each replaceable by another of the same id. Used by one thread at a time.
 *
 * <p>Where two routes can serve side by side, the new one first runs under a name of its own; once
 * it serves, the old one is left alone until it has finished what it began, and then the new one
 * moves to its id in the same way. A timer or a queue has one consumer: there the steps of the new
 * route are tried out first, then the old one ends and the new one begins; what waits meanwhile is
 * work that can wait.
 */
final class RunningRoutes {
  private static final Set<String> SIDE_BY_SIDE = Set.of("platform-http", "direct");

  /** Sets an option to its default: the same address for callers, another one for Camel. */
  private static final String SAME_BUT_DISTINCT = "bridgeErrorHandler=false";

  private final ModelCamelContext context;
  private final Drain drain;
  private final Map<String, Supplier<RouteDefinition>> definitions = new HashMap<>();

  /**
   * @param finishWithin how long a route may need to finish what it has begun
   */
  RunningRoutes(ModelCamelContext context, Duration finishWithin) {
    this.context = context;
    this.drain = new Drain(context.getInflightRepository(), finishWithin);
  }

  /**
   * Starts a route, or puts it in the place of the one that has its id.
   *
   * @throws Exception if it does not start; what ran before goes on
   */
  void put(String id, Supplier<RouteDefinition> definition) throws Exception {
    if (!runs(id) && !runs(aside(id))) {
      start(id, definition.get());
    } else if (SIDE_BY_SIDE.contains(scheme(definition.get()))) {
      replaceSideBySide(id, definition);
    } else {
      replaceInTurn(id, definition);
    }
    definitions.put(id, definition);
  }

  /** Ends a route, once it has finished what it began. */
  void remove(String id) throws Exception {
    definitions.remove(id);
    retire(id);
    retire(aside(id));
  }

  /**
   * Tries whether a route could run, without letting it.
   *
   * @throws Exception if not
   */
  void tryOut(String id, RouteDefinition definition) throws Exception {
    definition.getInput().setUri("direct:" + aside(id));
    create(aside(id), definition);
    discard(aside(id));
  }

  private void replaceSideBySide(String id, Supplier<RouteDefinition> definition) throws Exception {
    if (!runs(aside(id))) {
      RouteDefinition first = definition.get();
      first.getInput().setUri(distinct(first.getInput().getEndpointUri()));
      startBeside(aside(id), first, id);
    }
    startBeside(id, definition.get(), aside(id));
  }

  private void startBeside(String id, RouteDefinition definition, String old) throws Exception {
    boolean wanted = create(id, definition);
    Consumer before = consumer(old);
    boolean oneAtATime = before != null && scheme(definition).equals("direct");
    if (oneAtATime) {
      // senders wait for the next consumer, so the moment without one costs none of them anything
      ServiceHelper.suspendService(before);
    }
    try {
      begin(id, wanted);
    } catch (Exception failed) {
      if (oneAtATime) {
        ServiceHelper.resumeService(before);
      }
      throw failed;
    }
    retire(old);
  }

  private void replaceInTurn(String id, Supplier<RouteDefinition> definition) throws Exception {
    tryOut(id, definition.get());
    retire(id);
    retire(aside(id));
    try {
      start(id, definition.get());
    } catch (Exception failed) {
      start(id, definitions.get(id).get());
      throw failed;
    }
  }

  private void start(String id, RouteDefinition definition) throws Exception {
    begin(id, create(id, definition));
  }

  /**
   * Makes everything of a route but lets nothing in.
   *
   * @return whether its file wants it to begin
   */
  private boolean create(String id, RouteDefinition definition) throws Exception {
    boolean wanted = !"false".equals(definition.getAutoStartup());
    definition.setId(id);
    definition.setAutoStartup("false");
    RoutesDefinition preparation = new RoutesDefinition();
    preparation.setCamelContext(context);
    try {
      preparation.prepareRoute(definition);
      context.addRouteDefinition(definition);
      return wanted;
    } catch (Exception failed) {
      discard(id);
      throw failed;
    }
  }

  private void begin(String id, boolean wanted) throws Exception {
    if (!wanted) {
      return;
    }
    try {
      context.getRouteController().startRoute(id);
    } catch (Exception failed) {
      discard(id);
      throw failed;
    }
  }

  /** Lets nothing more in, waits for what is under way, and ends the route. */
  private void retire(String id) throws Exception {
    Consumer consumer = consumer(id);
    if (consumer == null) {
      return;
    }
    if (consumer instanceof PlatformHttpConsumerAware http
        && http.getPlatformHttpConsumer() instanceof HandOverHttpConsumer address) {
      address.handOver();
    } else {
      ServiceHelper.suspendService(consumer);
    }
    drain.await(id);
    discard(id);
  }

  private void discard(String id) throws Exception {
    RouteDefinition definition = context.getRouteDefinition(id);
    if (definition != null) {
      context.removeRouteDefinition(definition);
    }
  }

  private Consumer consumer(String id) {
    Route route = context.getRoute(id);
    return route == null ? null : route.getConsumer();
  }

  private boolean runs(String id) {
    return context.getRoute(id) != null;
  }

  private static String aside(String id) {
    return id + ".next";
  }

  private static String scheme(RouteDefinition definition) {
    String uri = definition.getInput().getEndpointUri();
    return uri.substring(0, Math.max(0, uri.indexOf(':')));
  }

  private static String distinct(String uri) {
    return uri + (uri.contains("?") ? "&" : "?") + SAME_BUT_DISTINCT;
  }
}
