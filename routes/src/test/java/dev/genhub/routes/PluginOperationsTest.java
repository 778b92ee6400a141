package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Admins install, stop, start and reload plugins over HTTP. */
@Order(Integer.MAX_VALUE - 1)
class PluginOperationsTest {
  private static final String PLUGINS = "/v1/admin/plugins";
  private static final String NOVEL = PLUGINS + "/novel-image";
  private static final String JAR = "application/java-archive";
  private static final String MODEL = "novel-quick";

  private static TestHub hub;
  private static TestUser admin;
  private static PluginEdits plugins;

  @BeforeAll
  static void startHub() throws IOException {
    hub = TestHub.start(Map.of("genhub.rate-limit.user-per-minute", "0"));
    admin = hub.admin();
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
    await().until(() -> plugins.row("stopped").isEmpty());
  }

  private static Reply install(String version, Class<?> plugin) throws IOException {
    return admin.send(PLUGINS, PluginEdits.jar(version, plugin), JAR);
  }

  private static Reply post(String path) {
    return admin.call("POST", path, "");
  }

  private static TestUser novelUser() {
    return hub.user().withKey("novel", "sk-plugins-0123456789");
  }

  private static String models() {
    return admin.get("/v1/models").body();
  }

  /** The one task of the prompt runs until the latch opens. */
  private static void runUntil(CountDownLatch open, String prompt) {
    ProviderAnswer[] looks = new ProviderAnswer[2_000];
    Arrays.fill(
        looks,
        (ProviderAnswer)
            (request, connection) -> {
              String done = "{\"state\": \"done\", \"url\": \"%s/files/x.png\"}";
              String state =
                  open.getCount() > 0
                      ? "{\"state\": \"running\"}"
                      : done.formatted(hub.provider().address());
              ProviderAnswer.json(200, state).give(request, connection);
            });
    hub.provider().onStatus(prompt, looks);
  }

  @Test
  void a_posted_jar_serves_once_it_is_answered_and_stays_in_the_folder() throws IOException {
    Reply installed = install("1.0.0", NovelPlugin.class);

    assertThat(installed.status()).as(installed.toString()).isEqualTo(201);
    assertThat(installed.header("Location")).isEqualTo(PLUGINS);
    assertThat(installed.json().path("id").asText()).isEqualTo("novel-image");
    assertThat(installed.json().path("state").asText()).isEqualTo("started");
    assertThat(models()).contains(MODEL);
    assertThat(hub.plugin("novel-image.jar")).exists();
    TestUser user = novelUser();
    UUID id = user.generate(MODEL, "installed");
    assertThat(user.settled(id).path("status").asText()).isEqualTo("completed");
  }

  @Test
  void who_installed_what_is_in_the_audit_log() throws IOException {
    install("1.0.0", NovelPlugin.class);
    post(NOVEL + "/stop");
    post(NOVEL + "/start");
    post(NOVEL + "/reload");

    JsonNode entries =
        admin.get("/v1/admin/audit-log?subject=novel-image&limit=4").json().path("data");
    assertThat(entries.findValuesAsText("action"))
        .containsExactly("plugin.reloaded", "plugin.started", "plugin.stopped", "plugin.installed");
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.path("admin").asBoolean()).isTrue();
              assertThat(entry.at("/details/version").asText()).isEqualTo("1.0.0");
              assertThat(entry.at("/details/sha256").asText()).matches("[0-9a-f]{64}");
            });
  }

  @Test
  void a_jar_that_cannot_be_used_is_refused_and_nothing_changes() throws IOException {
    install("1.0.0", NovelPlugin.class);

    Reply refused = admin.send(PLUGINS, new byte[10_000], JAR);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("validation_failed");
    assertThat(refused.json().path("detail").asText()).contains("is no plugin jar");
    assertThat(plugins.row("started").orElseThrow().path("version").asText()).isEqualTo("1.0.0");
    assertThat(plugins.row("failed")).isEmpty();
    assertThat(hub.plugin("").toFile().list((in, name) -> name.startsWith("."))).isEmpty();
  }

  @Test
  void a_plugin_is_stopped_started_and_reloaded_while_a_generation_is_under_way() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    runUntil(open, "stopped");
    install("1.0.0", NovelPlugin.class);
    TestUser user = novelUser();
    UUID underWay = user.generate(MODEL, "stopped");
    await().until(() -> hub.provider().looks("stopped") > 0);

    try (SteadyLoad load = SteadyLoad.on(admin, "/v1/providers", "/v1/models")) {
      Reply stopped = post(NOVEL + "/stop");
      assertThat(stopped.status()).isEqualTo(200);
      assertThat(stopped.json().path("state").asText()).isEqualTo("stopped");
      assertThat(models()).doesNotContain(MODEL);
      assertThat(user.call("POST", "/v1/generations", order()).code()).isEqualTo("unknown_model");
      int looks = hub.provider().looks("stopped");
      await().until(() -> hub.provider().looks("stopped") > looks + 5);
      assertThat(plugins.row("finishing").orElseThrow().path("underWay").asInt()).isEqualTo(1);

      assertThat(post(NOVEL + "/start").json().path("state").asText()).isEqualTo("started");
      assertThat(models()).contains(MODEL);
      assertThat(post(NOVEL + "/reload").status()).isEqualTo(200);
      open.countDown();
      assertThat(user.settled(underWay).path("status").asText()).isEqualTo("completed");
      assertThat(load.failures()).isEmpty();
    }
    await().until(() -> plugins.row("finishing").isEmpty());
  }

  private static String order() {
    return "{\"model\": \"" + MODEL + "\", \"prompt\": \"any\"}";
  }

  @Test
  void a_stopped_plugin_finishes_what_it_began_and_a_newer_one_installed_over_it_serves()
      throws IOException {
    CountDownLatch open = new CountDownLatch(1);
    runUntil(open, "finished while stopped");
    install("1.0.0", NovelPlugin.class);
    TestUser user = novelUser();
    UUID underWay = user.generate(MODEL, "finished while stopped");
    await().until(() -> hub.provider().looks("finished while stopped") > 0);

    post(NOVEL + "/stop");
    open.countDown();
    assertThat(user.settled(underWay).path("status").asText()).isEqualTo("completed");
    plugins.awaitGone();
    assertThat(plugins.row("stopped")).isPresent();

    assertThat(install("1.1.0", NovelSuccessorPlugin.class).status()).isEqualTo(201);
    assertThat(plugins.row("started").orElseThrow().path("version").asText()).isEqualTo("1.1.0");
    assertThat(plugins.row("stopped")).isEmpty();
  }

  @Test
  void what_is_not_there_or_in_another_state_is_said() throws IOException {
    assertThat(post(NOVEL + "/stop").status()).isEqualTo(404);

    install("1.0.0", NovelPlugin.class);
    Reply early = post(NOVEL + "/start");

    assertThat(early.status()).isEqualTo(409);
    assertThat(early.code()).isEqualTo("conflict");
    assertThat(early.json().path("detail").asText())
        .isEqualTo(
            "the plugin 'novel-image': it is started; only one that is stopped can be started");
  }

  @Test
  void only_admins_are_listened_to_however_much_they_send() throws IOException {
    byte[] large = new byte[5_000_000];

    for (TestUser nobody : List.of(hub.user(), hub.user())) {
      assertThat(nobody.send(PLUGINS, large, JAR).status()).isEqualTo(403);
      for (String act : List.of("/stop", "/start", "/reload")) {
        assertThat(nobody.call("POST", PLUGINS + "/acme-image" + act, "").status()).isEqualTo(403);
      }
    }
    assertThat(models()).contains("acme-quick");
  }

  @Test
  void a_body_of_another_kind_or_size_is_not_taken() throws IOException {
    Reply form = admin.send(PLUGINS, PluginEdits.jar("1.0.0", NovelPlugin.class), "text/plain");
    Reply large = admin.send(PLUGINS, new byte[20 * 1024 * 1024 + 1], JAR);
    Reply json = admin.send("/v1/keys", new byte[3_000_000], "application/json");

    assertThat(form.status()).isEqualTo(415);
    assertThat(form.json().path("detail").asText()).contains("application/octet-stream");
    assertThat(large.status()).isEqualTo(413);
    assertThat(large.code()).isEqualTo("payload_too_large");
    assertThat(json.status()).isEqualTo(413);
    assertThat(models()).doesNotContain(MODEL);
  }
}
