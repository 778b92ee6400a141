package dev.genhub.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A client of the public API, for one user. */
final class HubClient {
  /** The states that never change again. */
  static final Set<String> SETTLED = Set.of("completed", "failed", "cancelled");

  private static final Duration ANSWER_WITHIN = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final URI hub;
  private final String token;

  HubClient(URI hub, String token) {
    this.hub = hub;
    this.token = token;
  }

  /** Stores a provider key, unless the user has one of that name already. */
  void ensureKey(String provider, String name, String apiKey) throws DemoFailure {
    HttpResponse<String> answer =
        send(post("/v1/keys", Map.of("provider", provider, "name", name, "apiKey", apiKey)));
    if (answer.statusCode() != 201 && answer.statusCode() != 409) {
      throw refused("the key was not stored", answer);
    }
  }

  JsonNode create(Map<String, Object> request) throws DemoFailure {
    HttpResponse<String> answer = send(post("/v1/generations", request));
    if (answer.statusCode() != 202) {
      throw refused("the generation was not taken", answer);
    }
    return read(answer.body());
  }

  JsonNode get(String id) throws DemoFailure {
    return read(expect(send(request("/v1/generations/" + id).GET().build())));
  }

  /** Those of the newest that are not settled, the oldest first. */
  List<JsonNode> unsettled() throws DemoFailure {
    List<JsonNode> found = new ArrayList<>();
    // in one look: between two, by status, one that moves on would be missed
    String page = expect(send(request("/v1/generations?limit=200").GET().build()));
    for (JsonNode generation : read(page).path("data")) {
      if (!SETTLED.contains(generation.path("status").asText())) {
        found.add(0, generation);
      }
    }
    return found;
  }

  /** Saves the hub's copy of a result; false while there is none. */
  boolean download(String contentId, Path target) throws DemoFailure {
    try {
      HttpRequest request = request("/v1/content/" + contentId + "/file").GET().build();
      return http.send(
              request,
              answer ->
                  answer.statusCode() == 200
                      ? HttpResponse.BodySubscribers.mapping(
                          HttpResponse.BodySubscribers.ofFile(target), file -> true)
                      : HttpResponse.BodySubscribers.replacing(false))
          .body();
    } catch (IOException failed) {
      throw new DemoFailure("a result cannot be saved: " + failed.getMessage());
    } catch (InterruptedException stop) {
      throw DemoFailure.interrupted();
    }
  }

  private HttpRequest post(String path, Map<String, Object> body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(json.valueToTree(body).toString()))
        .build();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(hub + path))
        .timeout(ANSWER_WITHIN)
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> send(HttpRequest request) throws DemoFailure {
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new DemoFailure("the hub does not answer: " + failed.getMessage());
    } catch (InterruptedException stop) {
      throw DemoFailure.interrupted();
    }
  }

  private static String expect(HttpResponse<String> answer) throws DemoFailure {
    if (answer.statusCode() != 200) {
      throw refused("the hub answered " + answer.statusCode(), answer);
    }
    return answer.body();
  }

  private JsonNode read(String text) throws DemoFailure {
    try {
      return json.readTree(text);
    } catch (IOException notJson) {
      throw new DemoFailure("the hub's answer is not JSON: " + text);
    }
  }

  private static DemoFailure refused(String what, HttpResponse<String> answer) {
    return new DemoFailure(what + ": " + answer.body());
  }
}
