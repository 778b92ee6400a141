package dev.genhub.cli.hub;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import dev.genhub.engine.security.TokenPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A user of a hub, by way of its API. */
public final class HubUser {
  private static final Set<String> SETTLED = Set.of("completed", "failed", "cancelled");
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One connection for each request under way, as from many clients. */
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final String hub;
  private final UUID id;
  private final String token;

  private HubUser(String hub, UUID id, String token) {
    this.hub = hub;
    this.id = id;
    this.token = token;
  }

  /** A user whom nobody has seen before. */
  public static HubUser of(PackagedHub hub) {
    return of(hub, false);
  }

  /** One with the rights of an administrator. */
  public static HubUser admin(PackagedHub hub) {
    return of(hub, true);
  }

  private static HubUser of(PackagedHub hub, boolean admin) {
    TokenPolicy policy =
        new TokenPolicy(
            Optional.of(PackagedHub.JWT_SECRET),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    UUID id = UUID.randomUUID();
    return new HubUser(
        hub.address(),
        id,
        new TokenIssuer(policy, Clock.systemUTC())
            .issue(new Caller(id, admin), Duration.ofHours(1)));
  }

  /** The same user at another node. */
  public HubUser at(PackagedHub node) {
    return new HubUser(node.address(), id, token);
  }

  /** Who it is. */
  public UUID id() {
    return id;
  }

  /** Stores a key for KIE.AI and answers its id. */
  public String storeKey(String apiKey) {
    return storeKey("kie-ai", apiKey);
  }

  /** Stores a key for a provider and answers its id. */
  public String storeKey(String provider, String apiKey) {
    return call("POST", "/v1/keys", Map.of("provider", provider, "name", "mine", "apiKey", apiKey))
        .ok()
        .json()
        .path("id")
        .asText();
  }

  /** Asks for an image and answers its id. */
  public String generate(String prompt) {
    return call("POST", "/v1/generations", image(prompt)).ok().json().path("id").asText();
  }

  /** The order of an image. */
  public static Map<String, Object> image(String prompt) {
    return Map.of("model", "midjourney-6", "prompt", prompt);
  }

  /** A generation as it is now. */
  public JsonNode get(String generation) {
    return call("GET", "/v1/generations/" + generation, null).json();
  }

  /** Waits for a generation's end. */
  public JsonNode settled(String generation) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(() -> get(generation), it -> SETTLED.contains(it.path("status").asText()));
  }

  /**
   * Calls the hub.
   *
   * @param body what becomes JSON; null for none
   */
  public Answer call(String method, String path, Object body) {
    try {
      return Answer.of(
          HTTP.send(request(method, path, body), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stop);
    }
  }

  /** The same without waiting for the answer. */
  public CompletableFuture<Answer> send(String method, String path, Object body) {
    return HTTP.sendAsync(request(method, path, body), HttpResponse.BodyHandlers.ofString())
        .thenApply(Answer::of);
  }

  private HttpRequest request(String method, String path, Object body) {
    return HttpRequest.newBuilder(URI.create(hub + path))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json")
        .timeout(Duration.ofSeconds(30))
        .method(
            method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json(body)))
        .build();
  }

  private static String json(Object body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException impossible) {
      throw new IllegalArgumentException(impossible);
    }
  }
}
