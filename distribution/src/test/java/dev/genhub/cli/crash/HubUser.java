package dev.genhub.cli.crash;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import dev.genhub.engine.security.TokenPolicy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A user of a hub, by way of its API. */
final class HubUser {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String hub;
  private final String token;

  HubUser(String hub, String jwtSecret) {
    TokenPolicy policy =
        new TokenPolicy(
            Optional.of(jwtSecret), Optional.empty(), Optional.empty(), Optional.empty());
    this.hub = hub;
    this.token =
        new TokenIssuer(policy, Clock.systemUTC())
            .issue(new Caller(UUID.randomUUID(), false), Duration.ofHours(1));
  }

  void storeKey() throws IOException, InterruptedException {
    post("/v1/keys", Map.of("provider", "kie-ai", "name", "mine", "apiKey", "key-of-the-user"));
  }

  /** Makes an image and answers its id. */
  String generate(String prompt) throws IOException, InterruptedException {
    return post("/v1/generations", Map.of("model", "midjourney-6", "prompt", prompt))
        .path("id")
        .asText();
  }

  JsonNode get(String id) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub + "/v1/generations/" + id))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(20))
            .build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private JsonNode post(String path, Map<String, Object> body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(hub + path))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .timeout(Duration.ofSeconds(20))
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() > 299) {
      throw new IllegalStateException(path + " answered " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
