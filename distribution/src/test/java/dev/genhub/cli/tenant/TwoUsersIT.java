package dev.genhub.cli.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.cli.CommandRun;
import dev.genhub.cli.Distribution;
import dev.genhub.cli.hub.Answer;
import dev.genhub.cli.hub.HubUser;
import dev.genhub.cli.hub.PackagedHub;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.simulator.RunningSimulator;
import dev.genhub.simulator.Simulator;
import dev.genhub.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alice has something of everything; Bob tries whatever there is. */
class TwoUsersIT {
  private static final String PROMPT = "a lighthouse of alice alone";

  @TempDir Path folder;

  private final RunningSimulator provider =
      Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(300)));

  @AfterEach
  void stopTheProvider() {
    provider.close();
  }

  @Test
  void one_finds_nothing_of_the_other_at_any_address_and_in_any_table() throws Exception {
    TestDatabase database = TestDatabase.create();
    try (PackagedHub hub = PackagedHub.at(provider, folder).on(database).start()) {
      HubUser alice = HubUser.of(hub);
      HubUser bob = HubUser.of(hub);
      Map<String, String> ids = belongings(alice, "key-of-alice");
      bob.storeKey("key-of-bob");
      List<String> before = views(alice, ids);
      JsonNode document = bob.call("GET", "/openapi.json", null).json();

      List<Walk.Step> steps = Walk.by(bob, document, ids);

      assertThat(steps).hasSizeGreaterThan(35);
      assertThat(steps).allSatisfy(step -> assertTellsNothing(step, alice, ids));
      assertThat(steps)
          .filteredOn(Walk.Step::forAdmins)
          .allSatisfy(step -> assertThat(step.answer().status()).as("%s", step).isEqualTo(403));
      assertThat(steps)
          .filteredOn(step -> step.ofOneThing() && !step.forAdmins())
          .allSatisfy(step -> assertThat(step.answer().status()).as("%s", step).isEqualTo(404));
      assertThat(views(alice, ids)).isEqualTo(before);
      assertTablesTellNothing(database, alice, bob);
    }
  }

  @Test
  void no_key_is_anywhere_in_clear() throws Exception {
    List<String> keys = new ArrayList<>();
    List<Answer> answers = new ArrayList<>();
    String output;
    try (PackagedHub hub = PackagedHub.at(provider, folder).start()) {
      HubUser user = HubUser.of(hub);
      use(user, keys, answers);
      answers.add(HubUser.admin(hub).call("GET", "/v1/admin/audit-log", null).ok());
      answers.add(user.call("GET", "/metrics", null).ok());
      try (CommandRun token =
          Distribution.start(
              folder,
              "token",
              "--user",
              UUID.randomUUID().toString(),
              "-D",
              "genhub.data-dir=" + hub.setting("genhub.data-dir"))) {
        token.exitCode();
        hub.close();
        output = hub.output() + token.output() + token.errors();
      }
    }

    // what is stored is found, so that a key would be
    assertThat(ClearBytes.filesWith(PROMPT, folder)).isNotEmpty();
    assertThat(keys).hasSize(3).allSatisfy(key -> assertNowhere(key, answers, output));
  }

  /** A key that works, one that the provider refuses, and one that is replaced. */
  private static void use(HubUser user, List<String> keys, List<Answer> answers) {
    keys.add("works-" + UUID.randomUUID());
    String id = user.storeKey(keys.get(0));
    belongings(user, id, answers);
    keys.add("bad-" + UUID.randomUUID());
    answers.add(user.call("PATCH", "/v1/keys/" + id, Map.of("apiKey", keys.get(1))).ok());
    answers.add(user.call("POST", "/v1/keys/" + id + "/test", null));
    Answer refused = user.call("POST", "/v1/generations", HubUser.image("refused"));
    answers.add(refused);
    if (refused.status() == 202) {
      user.settled(refused.json().path("id").asText());
    }
    keys.add("replaced-" + UUID.randomUUID());
    answers.add(user.call("PATCH", "/v1/keys/" + id, Map.of("apiKey", keys.get(2))).ok());
    answers.add(user.call("POST", "/v1/keys/" + id + "/test", null).ok());
    answers.add(user.call("GET", "/v1/keys", null).ok());
    answers.add(user.call("GET", "/v1/generations", null).ok());
    answers.add(user.call("GET", "/v1/content", null).ok());
    // refused before it is stored: the answer names what was wrong, and not the key
    answers.add(user.call("POST", "/v1/keys", Map.of("provider", "kie-ai", "apiKey", keys.get(2))));
    answers.add(user.call("DELETE", "/v1/keys/" + id, null).ok());
  }

  private void assertNowhere(String key, List<Answer> answers, String output) throws Exception {
    assertThat(ClearBytes.filesWith(key, folder)).isEmpty();
    assertThat(output).doesNotContain(key);
    assertThat(answers).noneMatch(answer -> answer.text().contains(key));
  }

  private static Map<String, String> belongings(HubUser user, String key) {
    return belongings(user, user.storeKey(key), new ArrayList<>());
  }

  /** Something of everything; answers the ids by the beginnings of their addresses. */
  private static Map<String, String> belongings(HubUser user, String keyId, List<Answer> answers) {
    String generation = user.generate(PROMPT);
    user.settled(generation);
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> !user.get(generation).toString().contains("\"archived\":false"));
    answers.add(user.call("PUT", "/v1/limits", Map.of("monthlyLimitUsd", 7)).ok());
    answers.add(user.call("PUT", "/v1/defaults", Map.of("music", "kie-ai/V4_5")).ok());
    Answer gallery = user.call("GET", "/v1/content", null).ok();
    answers.add(gallery);
    return Map.of(
        "/v1/generations/",
        generation,
        "/v1/content/",
        gallery.json().at("/data/0/id").asText(),
        "/v1/keys/",
        keyId,
        "/v1/admin/generations/",
        generation,
        "/v1/admin/users/",
        user.id().toString(),
        "/v1/admin/app-tokens/",
        UUID.randomUUID().toString());
  }

  private static List<String> views(HubUser user, Map<String, String> ids) {
    List<String> views = new ArrayList<>();
    for (String path :
        List.of("/v1/keys", "/v1/generations", "/v1/content", "/v1/limits", "/v1/defaults")) {
      views.add(user.call("GET", path, null).ok().body());
    }
    views.add(user.get(ids.get("/v1/generations/")).toString());
    return views;
  }

  private static void assertTellsNothing(Walk.Step step, HubUser alice, Map<String, String> ids) {
    String answer = step.answer().text();
    assertThat(answer).as("%s", step).doesNotContain(PROMPT, alice.id().toString());
    if (!step.ofOneThing()) {
      ids.values().forEach(id -> assertThat(answer).as("%s", step).doesNotContain(id));
    }
  }

  private static void assertTablesTellNothing(TestDatabase database, HubUser alice, HubUser bob)
      throws Exception {
    try (Connection superuser = database.superuser()) {
      assertThat(Tables.all(superuser)).hasSizeGreaterThan(15);
      assertThat(Tables.showing(superuser, alice.id(), PROMPT)).isNotEmpty();
      assertThat(Tables.showing(superuser, bob.id(), PROMPT)).isEmpty();
      assertThat(Tables.showing(superuser, bob.id(), alice.id().toString())).isEmpty();
    }
  }
}
