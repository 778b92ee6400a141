package dev.genhub.bench.poll;

import dev.genhub.bench.BenchException;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A provider whose tasks never end: every read of a Midjourney task is answered at once with the
 * same bytes, which say that it is still running. Counts what arrives.
 */
public final class StatusStub implements AutoCloseable {
  /** Where KIE.AI answers for the state of a Midjourney task. */
  static final String PATH = "/api/v1/mj/record-info";

  private static final Buffer RUNNING =
      Buffer.buffer(
          """
          {"code":200,"msg":"success","data":{"taskId":"4b2d9f3a71c84e0d","taskType":"mj_txt2img",\
          "paramJson":"{\\"aspectRatio\\":\\"16:9\\",\\"prompt\\":\\"A lighthouse on a rocky coast\\",\
          \\"speed\\":\\"fast\\",\\"taskType\\":\\"mj_txt2img\\",\\"version\\":\\"6\\"}",\
          "completeTime":null,"resultInfoJson":null,"successFlag":0,"createTime":1762300800000,\
          "errorCode":null,"errorMessage":null}}""");

  private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
  private final AtomicLong arrived = new AtomicLong();
  private final int port;

  private StatusStub() throws ExecutionException, InterruptedException, TimeoutException {
    HttpServer server =
        vertx
            .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
            .requestHandler(this::answer);
    this.port =
        server
            .listen()
            .toCompletionStage()
            .toCompletableFuture()
            .get(5, TimeUnit.SECONDS)
            .actualPort();
  }

  /** Starts one on a free port. */
  public static StatusStub start() {
    try {
      return new StatusStub();
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted while the stub started");
    } catch (ExecutionException | TimeoutException failed) {
      throw new BenchException("the stub does not start: " + failed.getMessage(), failed);
    }
  }

  private void answer(HttpServerRequest request) {
    if (request.path().equals(PATH)) {
      arrived.incrementAndGet();
      request.response().putHeader("Content-Type", "application/json").end(RUNNING);
    } else {
      request.response().setStatusCode(404).end();
    }
  }

  /** Its base address. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** How many reads have arrived. */
  public long arrived() {
    return arrived.get();
  }

  @Override
  public void close() {
    vertx.close();
  }
}
