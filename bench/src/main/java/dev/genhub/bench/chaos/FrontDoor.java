package dev.genhub.bench.chaos;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The load balancer that stands before hubs: hands each request to one of them, and answers 502
 * when that one is dead. It repeats nothing, so that whoever calls must.
 */
final class FrontDoor implements AutoCloseable {
  private static final int ANSWER_WITHIN_MILLIS = 15_000;

  private final Vertx vertx = Vertx.vertx();
  private final List<URI> hubs;
  private final HttpClient client;
  private final HttpServer server;
  private final AtomicInteger turn = new AtomicInteger();

  FrontDoor(List<URI> hubs) throws Exception {
    this.hubs = List.copyOf(hubs);
    this.client =
        vertx
            .httpClientBuilder()
            .with(new HttpClientOptions().setConnectTimeout(1_000).setMaxPoolSize(200))
            // a connection to a hub that was killed breaks, and its request is answered with 502
            .withConnectHandler(connection -> connection.exceptionHandler(broken -> {}))
            .build();
    this.server =
        vertx
            .createHttpServer()
            .connectionHandler(connection -> connection.exceptionHandler(broken -> {}))
            .requestHandler(request -> request.body().onSuccess(body -> hand(request, body)))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get(10, TimeUnit.SECONDS);
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.actualPort());
  }

  private void hand(HttpServerRequest request, Buffer body) {
    URI hub = hubs.get(Math.floorMod(turn.getAndIncrement(), hubs.size()));
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(hub + request.uri())
            .setMethod(request.method())
            .setTimeout(ANSWER_WITHIN_MILLIS);
    request.headers().forEach((name, value) -> options.putHeader(name, value));
    client
        .request(options)
        .compose(call -> call.send(body))
        .compose(answer -> answer.body().map(content -> new Answered(answer.statusCode(), content)))
        .otherwise(new Answered(502, Buffer.buffer("{}")))
        .compose(answered -> answer(request, answered));
  }

  private record Answered(int status, Buffer body) {}

  private static Future<Void> answer(HttpServerRequest request, Answered answered) {
    return request
        .response()
        .setStatusCode(answered.status())
        .putHeader("Content-Type", "application/json")
        .end(answered.body());
  }

  @Override
  public void close() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
