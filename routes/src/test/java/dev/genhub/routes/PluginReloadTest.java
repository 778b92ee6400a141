package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.app.HubInside;
import dev.genhub.routes.acme.HangingPlugin;
import dev.genhub.routes.acme.NovelPlugin;
import dev.genhub.routes.acme.NovelSuccessorPlugin;
import dev.genhub.routes.testing.PluginEdits;
import dev.genhub.routes.testing.ProviderAnswer;
import dev.genhub.routes.testing.Reply;
import dev.genhub.routes.testing.SteadyLoad;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Plugins come, change and go while the hub runs, and nobody else notices. */
@Order(Integer.MAX_VALUE - 1)
class PluginReloadTest {
  private static final String MODEL = "novel-quick";
  private static final String BODY = "{\"model\": \"novel-quick\", \"prompt\": \"any\"}";

  private static final String ROUTE =
      """
      - route:
          id: novel-image-say-hello
          description: Says that its plugin is there.
          from:
            uri: platform-http:/v1/novel
            parameters:
              httpMethodRestrict: GET
            steps:
              - bean: { ref: readRequest }
              - bean: { ref: answerLiveness }
              - bean: { ref: writeJson }
      """;

  private static TestHub hub;
  private static TestUser user;
  private static PluginEdits plugins;

  @BeforeAll
  static void startHub() throws IOException {
    hub =
        TestHub.start(
            Map.of(
                "genhub.plugins.call-timeout", "400ms", "genhub.rate-limit.user-per-minute", "0"));
    user = hub.user().withKey("acme", "sk-plugins-0123456789");
    plugins = new PluginEdits(hub);
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
  }

  @AfterEach
  void removePlugin() throws IOException {
    plugins.remove();
    plugins.awaitGone();
  }

  private static TestUser novelUser() {
    return hub.user().withKey("novel", "sk-plugins-0123456789");
  }

  private static String outcome(TestUser by, String prompt) {
    return by.settled(by.generate(MODEL, prompt)).path("status").asText();
  }

  private static JsonNode catalogue() {
    return user.get("/v1/providers").json().path("data");
  }

  /** Tasks of the prompt run until the latch opens. */
  private static void runUntil(CountDownLatch open, String prompt) {
    ProviderAnswer running = ProviderAnswer.json(200, "{\"state\": \"running\"}");
    ProviderAnswer[] looks = new ProviderAnswer[2_000];
    Arrays.fill(
        looks,
        (ProviderAnswer)
            (request, connection) -> {
              if (open.getCount() > 0) {
                running.give(request, connection);
              } else {
                String done = "{\"state\": \"done\", \"url\": \"%s/files/x.png\"}";
                ProviderAnswer.json(200, done.formatted(hub.provider().address()))
                    .give(request, connection);
              }
            });
    hub.provider().onStatus(prompt, looks);
  }

  @Test
  void plugins_come_change_and_go_under_a_steady_stream_of_requests_without_a_failed_one()
      throws Exception {
    SteadyLoad load = SteadyLoad.on(user, "/v1/providers", "/v1/models", "/v1/generations");
    try (load) {
      plugins.put("1.0.0", NovelPlugin.class);
      plugins.awaitServing("1.0.0");
      TestUser other = novelUser();
      assertThat(outcome(other, "first")).isEqualTo("completed");

      // each is taken and completes, whichever version takes or finishes it
      for (String version : new String[] {"1.1.0", "1.2.0", "2.0.0"}) {
        UUID before = other.generate(MODEL, "before " + version);
        plugins.put(version, NovelPlugin.class);
        while (plugins.row("started").filter(it -> it.toString().contains(version)).isEmpty()) {
          assertThat(outcome(other, "meanwhile")).isEqualTo("completed");
        }
        assertThat(other.settled(before).path("status").asText()).isEqualTo("completed");
      }

      plugins.remove();
      plugins.awaitGone();
      assertThat(outcome(user, "novel is gone", "acme-quick")).isEqualTo("completed");
    }

    assertThat(load.failures()).isEmpty();
    assertThat(load.answered()).isGreaterThan(60);
  }

  private static String outcome(TestUser by, String prompt, String model) {
    return by.settled(by.generate(model, prompt)).path("status").asText();
  }

  @Test
  void a_removed_plugin_takes_nothing_new_finishes_what_it_began_and_is_gone_then()
      throws IOException {
    CountDownLatch open = new CountDownLatch(1);
    runUntil(open, "removed");
    plugins.put("1.0.0", NovelPlugin.class);
    plugins.awaitServing("1.0.0");
    TestUser other = novelUser();
    UUID underWay = other.generate(MODEL, "removed");
    await().until(() -> hub.provider().looks("removed") > 0);

    plugins.remove();
    await().until(() -> plugins.row("finishing").isPresent());

    Reply refused = other.call("POST", "/v1/generations", BODY);
    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("unknown_model");
    assertThat(user.get("/v1/models").body()).doesNotContain(MODEL);
    int looks = hub.provider().looks("removed");
    await().until(() -> hub.provider().looks("removed") > looks + 20);
    assertThat(plugins.row("finishing").orElseThrow().path("underWay").asInt()).isEqualTo(1);

    open.countDown();
    assertThat(other.settled(underWay).path("status").asText()).isEqualTo("completed");
    plugins.awaitGone();
    await()
        .until(
            () ->
                HubInside.camel(hub.hub()).getRoutes().stream()
                    .noneMatch(route -> route.getRouteId().contains("novel")));
  }

  @Test
  void what_a_version_submitted_is_finished_by_it_when_the_next_is_of_another_major_version()
      throws IOException {
    CountDownLatch open = new CountDownLatch(1);
    runUntil(open, "major");
    plugins.put("1.0.0", NovelPlugin.class);
    plugins.awaitServing("1.0.0");
    TestUser other = novelUser();
    UUID underWay = other.generate(MODEL, "major");
    await().until(() -> hub.provider().looks("major") > 0);

    plugins.put("2.0.0", NovelSuccessorPlugin.class);
    plugins.awaitServing("2.0.0");
    assertThat(outcome(other, "by the successor")).isEqualTo("failed");

    open.countDown();
    assertThat(other.settled(underWay).path("status").asText()).isEqualTo("completed");
    await().until(() -> plugins.row("finishing").isEmpty());
  }

  @Test
  void what_a_version_submitted_is_finished_by_a_later_one_of_the_same_major_version()
      throws IOException {
    CountDownLatch open = new CountDownLatch(1);
    runUntil(open, "minor");
    plugins.put("1.0.0", NovelPlugin.class);
    plugins.awaitServing("1.0.0");
    TestUser other = novelUser();
    UUID underWay = other.generate(MODEL, "minor");
    await().until(() -> hub.provider().looks("minor") > 0);

    plugins.put("1.1.0", NovelSuccessorPlugin.class);
    plugins.awaitServing("1.1.0");
    open.countDown();

    assertThat(other.settled(underWay).at("/error/message").asText())
        .isEqualTo("read by the successor");
  }

  @Test
  void a_jar_that_cannot_be_used_is_said_and_the_one_before_it_serves_on() throws IOException {
    plugins.put("1.0.0", NovelPlugin.class);
    plugins.awaitServing("1.0.0");
    TestUser other = novelUser();

    plugins.spoil("half of a jar");

    assertThat(plugins.awaitProblem()).isEqualTo("is no plugin jar: zip END header not found");
    assertThat(catalogue().toString()).contains("is no plugin jar: zip END header not found");
    assertThat(outcome(other, "spoilt")).isEqualTo("completed");
  }

  @Test
  void a_plugin_that_hangs_fails_alone_and_is_well_again_once_it_is_replaced() throws Exception {
    plugins.put("1.0.0", HangingPlugin.class);
    plugins.awaitServing("1.0.0");
    TestUser other = novelUser();
    SteadyLoad load = SteadyLoad.on(user, "/v1/providers", "/v1/models", "/v1/generations");
    try (load) {
      for (int i = 0; i < 6; i++) {
        Reply refused = other.call("POST", "/v1/generations", BODY);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.code()).isEqualTo("unavailable");
        assertThat(refused.header("Retry-After")).isNotEmpty();
      }
      assertThat(plugins.awaitProblem())
          .isEqualTo("all its 4 threads hang in calls that do not end");
      assertThat(outcome(user, "beside one that hangs", "acme-quick")).isEqualTo("completed");

      plugins.put("1.0.1", NovelPlugin.class);
      plugins.awaitServing("1.0.1");
      assertThat(outcome(other, "mended")).isEqualTo("completed");
    }
    assertThat(load.failures()).isEmpty();
  }

  @Test
  void routes_in_a_jar_start_change_and_end_with_their_plugin() throws IOException {
    String file = "routes/novel-image-say-hello.camel.yaml";
    plugins.put("1.0.0", NovelPlugin.class, Map.of(file, ROUTE));
    await().until(() -> user.get("/v1/novel").status() == 200);

    plugins.put(
        "1.0.1", NovelPlugin.class, Map.of(file, ROUTE.replace("answerLiveness", "nobody")));
    assertThat(plugins.awaitProblem()).startsWith("its routes cannot be used: ").contains("nobody");
    assertThat(user.get("/v1/novel").status()).isEqualTo(200);

    plugins.put(
        "1.0.2",
        NovelPlugin.class,
        Map.of(file, ROUTE.replace("answerLiveness", "answerReadiness")));
    await().until(() -> user.get("/v1/novel").json().has("parts"));

    plugins.put("1.0.3", NovelPlugin.class);
    await().until(() -> user.get("/v1/novel").status() == 404);
  }

  @Test
  void a_route_in_a_jar_is_called_after_its_plugin() throws IOException {
    plugins.put(
        "1.0.0",
        NovelPlugin.class,
        Map.of(
            "routes/list-models.camel.yaml",
            ROUTE.replace("novel-image-say-hello", "list-models")));

    assertThat(plugins.awaitProblem())
        .isEqualTo(
            "its routes cannot be used: its id is 'list-models'; it must begin with"
                + " 'novel-image-', like its plugin");
    assertThat(user.get("/v1/models").status()).isEqualTo(200);
  }
}
