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
 * A provider whose tasks never end: every read of a Midjourney or Veo task is answered at once with
 * the same bytes, which say that it is still running. Counts what arrives.
 */
public final class StatusStub implements AutoCloseable {
  /** Sees every read before it is answered, on the thread of the server. */
  public interface Reads {
    /** Whether this one is answered at all; one that is not waits until the reader gives up. */
    boolean answered(String path, String taskId);
  }

  /** Where KIE.AI answers for the state of a Midjourney task. */
  public static final String MIDJOURNEY = "/api/v1/mj/record-info";

  /** Where it answers for the state of a Veo task. */
  public static final String VEO = "/api/v1/veo/record-info";

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
  private final Reads reads;
  private final int port;

  private StatusStub(Reads reads)
      throws ExecutionException, InterruptedException, TimeoutException {
    this.reads = reads;
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

  /** Starts one on a free port that answers every read. */
  public static StatusStub start() {
    return start((path, taskId) -> true);
  }

  /** Starts one on a free port whose reads are watched. */
  public static StatusStub start(Reads reads) {
    try {
      return new StatusStub(reads);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted while the stub started");
    } catch (ExecutionException | TimeoutException failed) {
      throw new BenchException("the stub does not start: " + failed.getMessage(), failed);
    }
  }

  private void answer(HttpServerRequest request) {
    if (!request.path().equals(MIDJOURNEY) && !request.path().equals(VEO)) {
      request.response().setStatusCode(404).end();
      return;
    }
    arrived.incrementAndGet();
    if (reads.answered(request.path(), request.getParam("taskId"))) {
      request.response().putHeader("Content-Type", "application/json").end(RUNNING);
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
