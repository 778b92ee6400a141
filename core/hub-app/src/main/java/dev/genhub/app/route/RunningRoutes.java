package dev.genhub.app.route;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The routes that run, each replaceable by another of the same id. Used by one thread at a time.
 *
 * <p>Where two routes can serve side by side, the new one begins under a name of its own, and the
 * old one is left alone until it has finished what it began; then the new one moves to its id in
 * the same way. None of this is waited for: {@link #advance} is called again and again. Timers
 * cannot run twice: there the steps of the new route are tried out, the old one ends and the new
 * one begins, and the work waits a moment in its row.
 */
final class RunningRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(RunningRoutes.class);
  private static final Set<String> SIDE_BY_SIDE = Set.of("platform-http", "direct", "seda");

  /** Sets an option to its default: the same address for senders, another one for Camel. */
  private static final String SAME_BUT_DISTINCT = "bridgeErrorHandler=false";

  private final RouteControls controls;
  private final Duration finishWithin;

  /** What runs under an id, or takes it over as soon as it is free. */
  private final Map<String, Supplier<RouteDefinition>> definitions = new HashMap<>();

  private final Map<String, Ending> endings = new LinkedHashMap<>();

  /** Changes of routes whose last change is still under way. */
  private final Map<String, Supplier<RouteDefinition>> waiting = new LinkedHashMap<>();

  /**
   * @param finishWithin how long a route may need to finish what it has begun
   */
  RunningRoutes(ModelCamelContext context, Duration finishWithin) {
    controls = new RouteControls(context);
    this.finishWithin = finishWithin;
  }

  /**
   * Starts routes, or puts them in the place of those that have their ids.
   *
   * @param routes by id; a definition is asked for more than once, and is a new one each time
   * @throws Exception the first reason why one does not start; where one ran before, that goes on
   */
  void put(Map<String, Supplier<RouteDefinition>> routes) throws Exception {
    Attempts attempts = new Attempts();
    routes.forEach((id, definition) -> attempts.of(() -> put(id, definition)));
    attempts.throwFirst();
  }

  private void put(String id, Supplier<RouteDefinition> definition) throws Exception {
    if (busy(id)) {
      tryOut("waiting", definition.get());
      waiting.put(id, definition);
      return;
    }
    if (controls.runs(aside(id))) {
      startBeside(id, definition.get(), aside(id));
      end(aside(id));
    } else if (!controls.runs(id)) {
      start(id, definition.get());
    } else if (SIDE_BY_SIDE.contains(scheme(definition.get()))) {
      startBeside(aside(id), distinct(definition.get()), id);
      end(id);
    } else {
      replaceInTurn(id, definition);
    }
    definitions.put(id, definition);
  }

  /** Ends routes, once they have finished what they began. */
  void remove(Collection<String> ids) {
    for (String id : ids) {
      definitions.remove(id);
      waiting.remove(id);
      end(id);
      end(aside(id));
    }
  }

  /**
   * Tries whether a route could run, without letting it.
   *
   * @throws Exception if not
   */
  void tryOut(String id, RouteDefinition definition) throws Exception {
    definition.getInput().setUri("direct:" + aside(id));
    controls.create(aside(id), definition);
    controls.discard(aside(id));
  }

  /** Looks whether routes that are to end have finished; to be called all the time. */
  void advance() {
    for (Map.Entry<String, Ending> ending : List.copyOf(endings.entrySet())) {
      String id = ending.getKey();
      if (ending.getValue().over(controls.underWay(id))) {
        endings.remove(id);
        orWarn(id, () -> settle(id));
      }
    }
    for (String id : List.copyOf(waiting.keySet())) {
      if (!busy(id)) {
        Supplier<RouteDefinition> definition = waiting.remove(id);
        orWarn(id, () -> put(id, definition));
      }
    }
  }

  /** A route has ended: what serves in its place moves to its id. */
  private void settle(String id) throws Exception {
    if (!definitions.containsKey(id)) {
      controls.unschedule(id);
    }
    controls.discard(id);
    if (controls.runs(aside(id)) && definitions.containsKey(id)) {
      startBeside(id, definitions.get(id).get(), aside(id));
      end(aside(id));
    }
  }

  private static void orWarn(String id, Attempts.Attempt change) {
    try {
      change.run();
    } catch (Exception failed) {
      LOG.warn("route {} goes on as it is: {}", id, failed.toString());
    }
  }

  private boolean busy(String id) {
    return endings.containsKey(id) || endings.containsKey(aside(id));
  }

  private void end(String id) {
    if (controls.runs(id)) {
      controls.close(id);
      endings.put(id, new Ending(finishWithin));
    }
  }

  private void replaceInTurn(String id, Supplier<RouteDefinition> definition) throws Exception {
    tryOut(id, definition.get());
    end(id);
    while (busy(id)) {
      // a timer's work is short, and bounded by the patience of its ending
      Thread.sleep(Ending.LOOK_EVERY.toMillis());
      advance();
    }
    try {
      start(id, definition.get());
    } catch (Exception failed) {
      start(id, definitions.get(id).get());
      throw failed;
    }
  }

  private void start(String id, RouteDefinition definition) throws Exception {
    if (controls.create(id, definition)) {
      controls.begin(id);
    }
  }

  private void startBeside(String id, RouteDefinition definition, String old) throws Exception {
    boolean oneAtATime = scheme(definition).equals("direct");
    if (!controls.create(id, definition)) {
      return;
    }
    if (oneAtATime) {
      // senders wait for the next one, so the moment without any costs none of them anything
      controls.close(old);
    }
    try {
      controls.begin(id);
    } catch (Exception failed) {
      if (oneAtATime) {
        controls.reopen(old);
      }
      throw failed;
    }
  }

  private static RouteDefinition distinct(RouteDefinition definition) {
    String uri = definition.getInput().getEndpointUri();
    definition.getInput().setUri(uri + (uri.contains("?") ? "&" : "?") + SAME_BUT_DISTINCT);
    return definition;
  }

  private static String aside(String id) {
    return id + ".next";
  }

  private static String scheme(RouteDefinition definition) {
    String uri = definition.getInput().getEndpointUri();
    return uri.substring(0, Math.max(0, uri.indexOf(':')));
  }
}
