package dev.genhub.simulator.callback;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.Map;

/** Sends one callback once. */
final class CallbackSender {

  private static final int CONNECTIONS = 64;
  private static final int MOST_WAITING = 100_000;

  private final HttpClient client;
  private final long answerWithinMillis;

  CallbackSender(Vertx vertx, Duration answerWithin) {
    this.answerWithinMillis = answerWithin.toMillis();
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout((int) answerWithinMillis),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
  }

  /** Whether it was answered with HTTP 200 in time; never fails. */
  Future<Boolean> send(String url, String body, Map<String, String> signature) {
    try {
      RequestOptions request =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setAbsoluteURI(url)
              .setTimeout(answerWithinMillis)
              .putHeader("Content-Type", "application/json");
      signature.forEach(request::putHeader);
      return client
          .request(request)
          .compose(call -> call.send(Buffer.buffer(body)))
          .map(response -> response.statusCode() == 200)
          .otherwise(false);
    } catch (RuntimeException noAddress) {
      return Future.succeededFuture(false);
    }
  }
}
