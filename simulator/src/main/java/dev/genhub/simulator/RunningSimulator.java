package dev.genhub.simulator;

import io.vertx.core.Vertx;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulator that runs until it is closed. Safe for use by many threads. */
public final class RunningSimulator implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(RunningSimulator.class);
  private static final int CLOSE_SECONDS = 10;

  private final Vertx vertx;
  private final int port;
  private final URI baseUrl;

  RunningSimulator(Vertx vertx, int port, URI baseUrl) {
    this.vertx = vertx;
    this.port = port;
    this.baseUrl = baseUrl;
  }

  /** The port on which it listens. */
  public int port() {
    return port;
  }

  /** Where to call it on this machine, without a slash at the end. */
  public URI baseUrl() {
    return baseUrl;
  }

  /** Stops listening, finishes writing the journal, and drops what was still to come. */
  @Override
  public void close() {
    CountDownLatch closed = new CountDownLatch(1);
    vertx.close().onComplete(done -> closed.countDown());
    try {
      if (!closed.await(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("the simulator did not close within {} s", CLOSE_SECONDS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
