package dev.genhub.simulator.server;

import dev.genhub.simulator.fault.Distortion;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;

/** Sends replies, with all that happens to them. */
public final class ReplySender {

  private final Vertx vertx;
  private final Duration latency;

  /**
   * Sends.
   *
   * @param latency how long every answer takes at least
   */
  public ReplySender(Vertx vertx, Duration latency) {
    this.vertx = vertx;
    this.latency = latency;
  }

  /** Sends a reply in answer to a request. */
  public void send(HttpServerResponse response, Reply reply) {
    long wait = latency.plus(reply.delay()).toMillis();
    if (wait > 0) {
      vertx.setTimer(wait, timer -> sendNow(response, reply));
    } else {
      sendNow(response, reply);
    }
  }

  private static void sendNow(HttpServerResponse response, Reply reply) {
    if (response.closed()) {
      return; // nobody is waiting any more
    }
    Answer answer = reply.answer();
    if (reply.distortion().isEmpty()) {
      write(response, answer);
    } else {
      distort(response, answer, reply.distortion().get());
    }
  }

  private static void distort(HttpServerResponse response, Answer answer, Distortion distortion) {
    Buffer half = answer.body().slice(0, answer.body().length() / 2);
    switch (distortion) {
      case LOST -> response.reset();
      case MALFORMED -> write(response, Answer.gatewayPage(200));
      case TRUNCATED -> write(response, new Answer(answer.status(), answer.contentType(), half));
      case CUT -> {
        head(response, answer);
        response.write(half).onComplete(written -> response.reset());
      }
    }
  }

  private static void write(HttpServerResponse response, Answer answer) {
    head(response, answer);
    response.end(answer.body());
  }

  private static void head(HttpServerResponse response, Answer answer) {
    answer.headers().forEach(response::putHeader);
    response
        .setStatusCode(answer.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
        .putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(answer.body().length()));
  }
}
