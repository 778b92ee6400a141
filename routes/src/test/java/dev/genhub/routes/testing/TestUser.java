package dev.genhub.routes.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.awaitility.Awaitility;

/** A user of a hub, new to it. */
public final class TestUser {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> SETTLED = Set.of("completed", "failed", "cancelled");

  private final TestHub hub;
  private final String token;

  TestUser(TestHub hub, String token) {
    this.hub = hub;
    this.token = token;
  }

  /** Calls the API in the user's name. */
  public Reply call(String method, String path, String body, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Authorization";
    all[headers.length + 1] = "Bearer " + token;
    return hub.call(method, path, body, all);
  }

  /** Sends bytes in the user's name. */
  public Reply send(String path, byte[] body, String type) {
    return hub.send(
        path,
        BodyPublishers.ofByteArray(body),
        "Authorization",
        "Bearer " + token,
        "Content-Type",
        type);
  }

  /** Reads. */
  public Reply get(String path) {
    return call("GET", path, "");
  }

  /** Stores a key for a provider. */
  public TestUser withKey(String provider, String apiKey) {
    ObjectNode body = JSON.createObjectNode();
    body.put("provider", provider).put("name", "mine").put("apiKey", apiKey);
    require(call("POST", "/v1/keys", body.toString()), 201);
    return this;
  }

  /** Asks for a generation with a model and a prompt. */
  public UUID generate(String model, String prompt) {
    return generate(model, prompt, parameters -> {});
  }

  /** Asks for a generation with parameters. */
  public UUID generate(String model, String prompt, Consumer<ObjectNode> parameters) {
    ObjectNode body = JSON.createObjectNode();
    body.put("model", model).put("prompt", prompt);
    parameters.accept(body.putObject("parameters"));
    Reply reply = require(call("POST", "/v1/generations", body.toString()), 202);
    return UUID.fromString(reply.json().path("id").asText());
  }

  /** A generation as it is now. */
  public JsonNode generation(UUID id) {
    return require(get("/v1/generations/" + id), 200).json();
  }

  /** Waits until a generation is settled. */
  public JsonNode settled(UUID id) {
    return Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> generation(id), it -> SETTLED.contains(it.path("status").asText()));
  }

  private static Reply require(Reply reply, int status) {
    if (reply.status() != status) {
      throw new AssertionError("expected " + status + ", got " + reply);
    }
    return reply;
  }
}
