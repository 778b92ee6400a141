package dev.genhub.app;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.impl.VertxInternal;
import io.vertx.core.impl.VertxWrapper;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Makes HTTP servers that no client can tie down: a request's first line and headers are bounded in
 * size, and a connection on which nothing moves is closed. Camel 4.18 makes the server itself and
 * takes no options for it, but it takes the Vert.x that it makes the server with.
 */
final class BoundedVertx extends VertxWrapper {
  private static final int LARGEST_FIRST_LINE = 8 * 1024;
  private static final int LARGEST_HEADERS = 16 * 1024;

  private final Duration idleTimeout;

  private BoundedVertx(VertxInternal vertx, Duration idleTimeout) {
    super(vertx);
    this.idleTimeout = idleTimeout;
  }

  /**
   * Starts a Vert.x.
   *
   * @param workers threads for requests
   * @param idleTimeout how long a connection may stay silent
   */
  static Vertx start(int workers, Duration idleTimeout) {
    VertxOptions options = new VertxOptions().setWorkerPoolSize(workers);
    return new BoundedVertx((VertxInternal) Vertx.vertx(options), idleTimeout);
  }

  @Override
  public HttpServer createHttpServer(HttpServerOptions options) {
    return super.createHttpServer(
        options
            .setMaxInitialLineLength(LARGEST_FIRST_LINE)
            .setMaxHeaderSize(LARGEST_HEADERS)
            .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
            .setIdleTimeout(Math.toIntExact(idleTimeout.toMillis())));
  }
}
