package dev.genhub.bench.hub;

import dev.genhub.bench.BenchException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The few requests that prepare a bench. */
final class HubApi {
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI address;

  HubApi(URI address) {
    this.address = address;
  }

  /** Whether the hub is up and everything it needs is well. */
  boolean ready() throws InterruptedException {
    try {
      HttpRequest request = to("/health/ready").GET().build();
      return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Posts JSON in the name of a user; the answer must be 201. */
  void create(String path, String token, String json) {
    HttpRequest request =
        to(path)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new BenchException(
            "POST " + path + " answered " + answer.statusCode() + ": " + answer.body());
      }
    } catch (IOException failed) {
      throw new BenchException("POST " + path + " failed: " + failed.getMessage(), failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted during POST " + path);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(address.resolve(path)).timeout(ANSWERED_WITHIN);
  }
}
