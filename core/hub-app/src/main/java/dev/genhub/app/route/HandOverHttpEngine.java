package dev.genhub.app.route;

import org.apache.camel.Processor;
import org.apache.camel.component.platform.http.PlatformHttpEndpoint;
import org.apache.camel.component.platform.http.spi.PlatformHttpConsumer;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpEngine;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpRouter;

/** Camel's HTTP server, whose routes can hand their address over to a successor. */
public final class HandOverHttpEngine extends VertxPlatformHttpEngine {

  @Override
  public PlatformHttpConsumer createConsumer(PlatformHttpEndpoint endpoint, Processor processor) {
    return new HandOverHttpConsumer(
        endpoint,
        processor,
        getHandlers(),
        VertxPlatformHttpRouter.getRouterNameFromPort(getServerPort()));
  }
}
