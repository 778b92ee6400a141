package dev.genhub.simulator.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.RunningSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Calls a simulator as an application would. Bodies may be written with single quotes. */
public final class TestClient {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI base;
  private final Optional<String> key;
  private final String header;
  private final String prefix;

  private TestClient(URI base, Optional<String> key, String header, String prefix) {
    this.base = base;
    this.key = key;
    this.header = header;
    this.prefix = prefix;
  }

  private TestClient(URI base, Optional<String> key) {
    this(base, key, "Authorization", "Bearer ");
  }

  public static TestClient of(RunningSimulator simulator) {
    return at(simulator.baseUrl());
  }

  public static TestClient at(URI base) {
    return new TestClient(base, Optional.of("test-key"));
  }

  public TestClient withKey(String other) {
    return new TestClient(base, Optional.of(other), header, prefix);
  }

  /** Sends the key in a header of its own. */
  public TestClient withKeyIn(String other) {
    return new TestClient(base, key, other, "");
  }

  public TestClient withoutKey() {
    return new TestClient(base, Optional.empty());
  }

  public Answered post(String path, String body) {
    return post(path, body, "application/json");
  }

  public Answered post(String path, String body, String contentType) {
    return send(
        request(path)
            .header("Content-Type", contentType)
            .POST(BodyPublishers.ofString(body.replace('\'', '"'))));
  }

  public Answered get(String pathOrUrl) {
    return send(request(pathOrUrl).GET());
  }

  public Answered delete(String path) {
    return send(request(path).DELETE());
  }

  private HttpRequest.Builder request(String pathOrUrl) {
    URI target =
        pathOrUrl.startsWith("http") ? URI.create(pathOrUrl) : URI.create(base + pathOrUrl);
    HttpRequest.Builder request = HttpRequest.newBuilder(target).timeout(PATIENCE);
    key.ifPresent(it -> request.header(header, prefix + it));
    return request;
  }

  private static Answered send(HttpRequest.Builder request) {
    try {
      return Answered.of(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stop) {
      throw new IllegalStateException(stop);
    }
  }

  /** Submits something that must be taken; the id, which both dialects call {@code taskId}. */
  public String submit(String path, String body) {
    Answered answered = post(path, body);
    String id = answered.json().findPath("taskId").asText();
    assertThat(id).as(answered.text()).matches("[0-9a-f]{32}");
    return id;
  }

  /** Reads until something is so; the JSON by which it is. */
  public JsonNode await(String path, Predicate<JsonNode> expected) {
    return Awaitility.await(path)
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> get(path).json(), expected);
  }

  /** Reads until a field, given as a JSON pointer, has a value; the JSON by which it has. */
  public JsonNode awaitValue(String path, String pointer, String value) {
    return await(path, json -> json.at(pointer).asText().equals(value));
  }
}
