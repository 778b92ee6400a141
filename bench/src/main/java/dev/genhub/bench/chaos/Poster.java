package dev.genhub.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * An app that does it right: repeats a post with the same idempotency key until it knows that it
 * was taken.
 */
final class Poster {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final long PAUSE_MILLIS = 300;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI door;

  Poster(URI door) {
    this.door = door;
  }

  /** Stores a key for the user of a token. */
  void storeKey(String token) {
    send(
        token,
        "/v1/keys",
        Map.of("provider", "kie-ai", "name", "chaos", "apiKey", "key-" + UUID.randomUUID()),
        Optional.empty());
  }

  /** Posts until it is taken; answers the generation's id. */
  UUID generate(String token, String prompt) {
    JsonNode taken =
        send(
            token,
            "/v1/generations",
            Map.of("model", "midjourney-6", "prompt", prompt),
            Optional.of(UUID.randomUUID().toString()));
    return UUID.fromString(taken.path("id").asText());
  }

  private JsonNode send(
      String token, String path, Map<String, Object> body, Optional<String> idempotencyKey) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    String last = "";
    while (System.nanoTime() < end) {
      try {
        HttpResponse<String> answer = post(token, path, body, idempotencyKey);
        // a repeated post of a key may find that the first one was taken
        if (answer.statusCode() / 100 == 2 || answer.statusCode() == 409) {
          return JSON.readTree(answer.body());
        }
        last = answer.statusCode() + " " + answer.body();
        TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      } catch (IOException lost) {
        last = String.valueOf(lost.getMessage());
      } catch (InterruptedException stop) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted while posting", stop);
      }
    }
    throw new IllegalStateException(path + " was not taken within " + PATIENCE + ": " + last);
  }

  private HttpResponse<String> post(
      String token, String path, Map<String, Object> body, Optional<String> idempotencyKey)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door.resolve(path))
            .timeout(ANSWER_WITHIN)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
    idempotencyKey.ifPresent(key -> request.header("Idempotency-Key", key));
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
