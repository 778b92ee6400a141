package dev.genhub.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports the ends of tasks to their callback addresses, with up to three repeats. */
final class Callbacks {

  private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
  private static final int REPEATS = 3;
  private static final long REPEAT_AFTER_MILLIS = 2_000;
  private static final long ANSWER_WITHIN_MILLIS = 15_000;

  private final Vertx vertx;
  private final HttpClient client;
  private final StatusAnswers answers;
  private final Optional<String> hmacKey;
  private final Clock clock;

  Callbacks(
      Vertx vertx,
      HttpClient client,
      StatusAnswers answers,
      Optional<String> hmacKey,
      Clock clock) {
    this.vertx = vertx;
    this.client = client;
    this.answers = answers;
    this.hmacKey = hmacKey;
    this.clock = clock;
  }

  /** Plans the callbacks of a task that are still to come. */
  void plan(SimTask task) {
    if (task.callBackUrl().isEmpty() || task.lostCallback() || task.neverEnds()) {
      return;
    }
    Marks marks = task.marks();
    boolean stages = task.family() == Family.SUNO && !task.guide() && !task.fails();
    if (stages && !marks.has("out-of-order-callback")) {
      at(task, 0.36, "text");
      at(task, 0.71, "first");
    }
    at(task, 1, "complete");
    if (task.duplicateCallback()) {
      at(task, 1.05, "complete");
    }
    if (stages && marks.has("out-of-order-callback")) {
      at(task, 1.02, "text");
    }
  }

  private void at(SimTask task, double share, String stage) {
    long due = task.createdAt() + (long) (task.durationMillis() * share) + 1;
    long wait = due - clock.millis();
    if (wait > 0) {
      vertx.setTimer(wait, timer -> send(task, stage, 0));
    } else if (stage.equals("complete")) {
      send(task, stage, 0);
    }
  }

  /** A callback that says a result which is not the task's. */
  void forge(SimTask task) {
    ObjectNode body = answers.callback(task, task.endsAt(), "complete");
    String forged = body.toString().replace(task.id() + "/", "forged/");
    post(task, forged, 0, "forged");
  }

  void send(SimTask task, String stage, int repeat) {
    long now = Math.max(clock.millis(), stage.equals("complete") ? task.endsAt() : 0);
    post(task, answers.callback(task, now, stage).toString(), repeat, stage);
  }

  private void post(SimTask task, String body, int repeat, String stage) {
    RequestOptions options =
        new RequestOptions()
            .setAbsoluteURI(task.callBackUrl())
            .setMethod(HttpMethod.POST)
            .setTimeout(ANSWER_WITHIN_MILLIS)
            .putHeader("Content-Type", "application/json");
    hmacKey.ifPresent(key -> sign(options, key, task.id()));
    client
        .request(options)
        .compose(request -> request.send(Buffer.buffer(body)))
        .map(response -> response.statusCode() == 200)
        .otherwise(false)
        .onSuccess(
            delivered -> {
              if (!delivered && repeat < REPEATS) {
                vertx.setTimer(REPEAT_AFTER_MILLIS, timer -> post(task, body, repeat + 1, stage));
              } else {
                LOG.debug("callback task={} stage={} delivered={}", task.id(), stage, delivered);
              }
            });
  }

  private void sign(RequestOptions options, String key, String taskId) {
    String timestamp = String.valueOf(clock.millis() / 1000);
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] tag = mac.doFinal((taskId + "." + timestamp).getBytes(StandardCharsets.UTF_8));
      options.putHeader("X-Webhook-Timestamp", timestamp);
      options.putHeader("X-Webhook-Signature", Base64.getEncoder().encodeToString(tag));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
