package dev.genhub.app.route;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpConsumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/**
 * Takes the requests of one address. Camel's own consumer can only be suspended, and then answers
 * 503; this one can leave the address to whoever else serves it and still finish what it has begun.
 */
final class HandOverHttpConsumer extends VertxPlatformHttpConsumer {
  private final String routerName;
  private final AtomicInteger underWay = new AtomicInteger();
  private List<Route> addresses = List.of();

  HandOverHttpConsumer(
      PlatformHttpEndpoint endpoint,
      Processor processor,
      List<Handler<RoutingContext>> handlers,
      String routerName) {
    super(endpoint, processor, handlers, routerName);
    this.routerName = routerName;
  }

  @Override
  protected void doStart() throws Exception {
    VertxPlatformHttpRouter router =
        VertxPlatformHttpRouter.lookup(getEndpoint().getCamelContext(), routerName);
    List<Route> others = router.getRoutes();
    super.doStart();
    // Camel starts one route at a time, so what has been added is this consumer's
    addresses = router.getRoutes().stream().filter(route -> !others.contains(route)).toList();
  }

  @Override
  protected void handleRequest(RoutingContext context) {
    underWay.incrementAndGet();
    context.addEndHandler(ended -> underWay.decrementAndGet());
    // a body that its route did not want would otherwise stand in the way of the next request
    context.addEndHandler(ended -> discardRest(context.request()));
    super.handleRequest(context);
  }

  private static void discardRest(HttpServerRequest request) {
    if (!request.isEnded()) {
      request.resume();
    }
  }

  /** Requests that are not answered yet, also those that wait for a worker. */
  int underWay() {
    return underWay.get();
  }

  /** Takes no further request; those that have arrived are answered. */
  void handOver() {
    addresses.forEach(Route::remove);
  }
}
