package dev.genhub.simulator;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.net.BindException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Starts simulators. */
public final class Simulator {

  private static final int START_SECONDS = 30;

  private Simulator() {}

  /**
   * Starts a simulator and waits until it listens. Close what this returns.
   *
   * @throws SimulatorException if it cannot listen there, or the journal cannot be used
   */
  public static RunningSimulator start(SimulatorOptions options) {
    Vertx vertx = Vertx.vertx(vertxOptions());
    SimulatorVerticle verticle = new SimulatorVerticle(options);
    try {
      vertx
          .deployVerticle(verticle)
          .toCompletionStage()
          .toCompletableFuture()
          .get(START_SECONDS, TimeUnit.SECONDS);
      return new RunningSimulator(vertx, verticle.port(), verticle.baseUrl());
    } catch (ExecutionException failed) {
      vertx.close();
      throw new SimulatorException(reason(failed.getCause(), options), failed.getCause());
    } catch (TimeoutException late) {
      vertx.close();
      throw new SimulatorException("the simulator did not start in " + START_SECONDS + " s", late);
    } catch (InterruptedException stop) {
      vertx.close();
      Thread.currentThread().interrupt();
      throw new SimulatorException("interrupted while the simulator started", stop);
    }
  }

  /** One event loop, on which all state lives; nothing is unpacked into temporary folders. */
  private static VertxOptions vertxOptions() {
    return new VertxOptions()
        .setEventLoopPoolSize(1)
        .setWorkerPoolSize(2)
        .setFileSystemOptions(
            new FileSystemOptions()
                .setFileCachingEnabled(false)
                .setClassPathResolvingEnabled(false));
  }

  private static String reason(Throwable cause, SimulatorOptions options) {
    return cause instanceof BindException
        ? "the simulator cannot listen on %s:%d: %s"
            .formatted(options.host(), options.port(), cause.getMessage())
        : "the simulator cannot start: " + cause.getMessage();
  }
}
