package dev.genhub.app.route;

import java.util.Optional;
import org.apache.camel.Consumer;
import org.apache.camel.Route;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumerAware;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.model.ModelCamelContext;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.model.RoutesDefinition;
import org.apache.camel.support.service.ServiceHelper;

/**
 * What can be done to one route of a context.
 *
 * @param context where the routes run
 */
record RouteControls(ModelCamelContext context) {

  boolean runs(String id) {
    return context.getRoute(id) != null;
  }

  /**
   * Makes everything of a route but lets nothing in.
   *
   * @return whether its file wants it to begin
   * @throws Exception if it cannot be made; nothing is left of it
   */
  boolean create(String id, RouteDefinition definition) throws Exception {
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

  /**
   * Lets things in.
   *
   * @throws Exception if it does not start; nothing is left of it
   */
  void begin(String id) throws Exception {
    try {
      context.getRouteController().startRoute(id);
    } catch (Exception failed) {
      discard(id);
      throw failed;
    }
  }

  /** Lets nothing more in; what is under way goes on. */
  void close(String id) {
    Optional<HandOverHttpConsumer> address = address(id);
    if (address.isPresent()) {
      address.get().handOver();
    } else {
      ServiceHelper.suspendService(consumer(id));
    }
  }

  /** How much a route is working on. */
  int underWay(String id) {
    return context.getInflightRepository().size(id)
        + address(id).map(HandOverHttpConsumer::underWay).orElse(0);
  }

  /** Takes back a {@link #close}; not for addresses of HTTP, which are given away for good. */
  void reopen(String id) {
    ServiceHelper.resumeService(consumer(id));
  }

  /** Ends a route and forgets it. */
  void discard(String id) throws Exception {
    RouteDefinition definition = context.getRouteDefinition(id);
    if (definition != null) {
      context.removeRouteDefinition(definition);
    }
  }

  /**
   * Takes the appointment of a route out of the schedule that all nodes share: Camel leaves it
   * there, and it would come due where nobody is there to keep it.
   */
  void unschedule(String id) throws Exception {
    Route route = context.getRoute(id);
    if (route != null && route.getEndpoint() instanceof QuartzEndpoint timer) {
      timer.getComponent().getScheduler().unscheduleJob(timer.getTriggerKey());
    }
  }

  private Optional<HandOverHttpConsumer> address(String id) {
    return consumer(id) instanceof PlatformHttpConsumerAware http
            && http.getPlatformHttpConsumer() instanceof HandOverHttpConsumer address
        ? Optional.of(address)
        : Optional.empty();
  }

  /** Null for a route that is not there. */
  private Consumer consumer(String id) {
    Route route = context.getRoute(id);
    return route == null ? null : route.getConsumer();
  }
}
