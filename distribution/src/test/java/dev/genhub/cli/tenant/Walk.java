package dev.genhub.cli.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.cli.hub.Answer;
import dev.genhub.cli.hub.HubUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Every operation that the hub's own document names, called by one user with the ids of another.
 */
final class Walk {
  /** One call and what came back. */
  record Step(String operation, boolean ofOneThing, boolean forAdmins, Answer answer) {
    @Override
    public String toString() {
      return operation + " answered " + answer.text();
    }
  }

  private static final List<String> METHODS = List.of("get", "post", "put", "patch", "delete");

  private static final Map<String, Object> BODIES =
      Map.of(
          "POST /v1/estimates", HubUser.image("an estimate"),
          "POST /v1/generations", HubUser.image("a walk"),
          "POST /v1/keys", Map.of("provider", "kie-ai", "name", "walk", "apiKey", "key-of-a-walk"),
          "PATCH /v1/keys/{id}", Map.of("name", "taken over"),
          "PUT /v1/limits", Map.of("monthlyLimitUsd", 5),
          "PUT /v1/defaults", Map.of("image", "kie-ai/midjourney-6"),
          "PUT /v1/admin/users/{id}/limits", Map.of("monthlyLimitUsd", 1),
          "PUT /v1/admin/generations/{id}/charge", Map.of("credits", 0, "reason", "a walk"),
          "POST /v1/admin/generations/{id}/resolve", Map.of("outcome", "not_accepted"),
          "POST /v1/admin/app-tokens", Map.of("name", "walk"));

  private Walk() {}

  /**
   * Calls everything.
   *
   * @param ids what stands for {@code {id}}, by the beginning of the path
   */
  static List<Step> by(HubUser user, JsonNode document, Map<String, String> ids) {
    List<Step> steps = new ArrayList<>();
    document
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                METHODS.stream()
                    .filter(path.getValue()::has)
                    .forEach(method -> steps.add(step(user, method, path.getKey(), ids))));
    return steps;
  }

  private static Step step(HubUser user, String method, String path, Map<String, String> ids) {
    String operation = method.toUpperCase(java.util.Locale.ROOT) + " " + path;
    String address =
        path.replace("{id}", idFor(path, ids))
            .replace("{provider}", "kie-ai")
            .replace("{token}", "no-token-of-anybody");
    Answer answer =
        user.call(operation.substring(0, operation.indexOf(' ')), address, BODIES.get(operation));
    return new Step(operation, path.contains("{id}"), path.startsWith("/v1/admin/"), answer);
  }

  private static String idFor(String path, Map<String, String> ids) {
    return ids.entrySet().stream()
        .filter(it -> path.startsWith(it.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("none");
  }
}
