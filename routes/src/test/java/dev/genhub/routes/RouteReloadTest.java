package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.genhub.app.route.RouteProblem;
import dev.genhub.routes.testing.RouteEdits;
import dev.genhub.routes.testing.SteadyLoad;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The routes folder of a running hub is edited: what is meant takes effect, the rest goes on. */
@Order(Integer.MAX_VALUE)
class RouteReloadTest {
  private static final String HELLO =
      """
      - route:
          id: say-hello
          description: Says that it is there.
          from:
            uri: platform-http:/v1/hello
            parameters:
              httpMethodRestrict: GET
            steps:
              - bean: { ref: readRequest }
              - bean: { ref: answerLiveness }
              - bean: { ref: writeJson }
      """;

  private static TestHub hub;
  private static TestUser user;
  private static RouteEdits edits;

  @BeforeAll
  static void startHub() throws IOException {
    hub = TestHub.start(Map.of("genhub.dispatch.lease", "60s"));
    user = hub.user().withKey("acme", "sk-reload-0123456789");
    edits = new RouteEdits(hub);
  }

  @AfterAll
  static void stopHub() throws IOException {
    hub.close();
  }

  /** Whatever a test did or left half done: the next one begins with the folder as it is. */
  @AfterEach
  void restoreFolder() throws IOException {
    edits.restore();
  }

  @Test
  void a_new_file_is_served_a_moved_one_stays_and_a_deleted_one_is_gone() throws IOException {
    edits.write("http/say-hello.camel.yaml", HELLO);
    await().until(() -> status("/v1/hello") == 200);

    edits.move("http/say-hello.camel.yaml", "greetings/say-hello.camel.yaml");
    edits.change("greetings/say-hello.camel.yaml", "answerLiveness", "answerReadiness");
    await().until(() -> user.get("/v1/hello").json().has("parts"));

    edits.delete("greetings/say-hello.camel.yaml");
    await().until(() -> status("/v1/hello") == 404);
    assertThat(hub.hub().routeProblems()).isEmpty();
  }

  @Test
  void a_deleted_route_of_the_described_api_is_gone_too_and_comes_back() throws IOException {
    String text = edits.read("http/list-content.camel.yaml");

    edits.delete("http/list-content.camel.yaml");
    await().until(() -> status("/v1/content") == 404);
    assertThat(user.get("/v1/content").code()).isEqualTo("not_found");

    edits.write("http/list-content.camel.yaml", text);
    await().until(() -> status("/v1/content") == 200);
  }

  @Test
  void no_request_fails_while_a_route_is_changed_not_even_its_own()
      throws IOException, InterruptedException {
    String before = edits.read("http/list-providers.camel.yaml");
    SteadyLoad load = SteadyLoad.on(user, "/v1/providers", "/v1/models", "/v1/generations");
    try (load) {
      edits.change("http/list-providers.camel.yaml", "listProviders", "listModels");
      await().until(() -> user.get("/v1/providers").body().contains("parametersSchema"));
      edits.write("http/list-providers.camel.yaml", before);
      await().until(() -> !user.get("/v1/providers").body().contains("parametersSchema"));
    }

    assertThat(load.failures()).isEmpty();
    assertThat(load.answered()).isGreaterThan(60);
  }

  @Test
  void a_broken_edit_is_reported_and_the_route_goes_on_as_before() throws IOException {
    String file = "http/list-models.camel.yaml";
    String good = edits.read(file);

    for (Broken broken :
        List.of(
            new Broken("", "empty"),
            new Broken("- route: [", "expected"),
            new Broken(
                good.replace("httpMethodRestrict", "httpMetodRestrict"), "httpMetodRestrict"),
            new Broken(good.replace("steps:", "stepz:"), "stepz"),
            new Broken(good.replace("listModels", "listMoodels"), "listMoodels"),
            new Broken(good.replace("id: list-models", "id: other"), "'other'"),
            new Broken(good.replace("platform-http:", "platform-htp:"), "platform-htp"),
            new Broken(good + good, "a file has one"))) {
      edits.write(file, broken.text());
      RouteProblem problem = edits.awaitProblem(file);
      await().until(() -> reason(file).contains(broken.reason()));

      assertThat(reason(file)).doesNotContain("\n");
      assertThat(problem.since()).isNotNull();
      assertThat(status("/v1/models")).isEqualTo(200);
    }

    edits.write(file, good);
    edits.awaitNoProblem();
    assertThat(status("/v1/models")).isEqualTo(200);
  }

  private record Broken(String text, String reason) {}

  @Test
  void two_files_cannot_have_the_same_id() throws IOException {
    edits.write("intake/list-keys.camel.yaml", edits.read("http/list-keys.camel.yaml"));

    assertThat(edits.awaitProblem("intake/list-keys.camel.yaml").reason())
        .contains("http/list-keys.camel.yaml");
    assertThat(status("/v1/keys")).isEqualTo(200);

    edits.delete("intake/list-keys.camel.yaml");
    edits.awaitNoProblem();
    assertThat(status("/v1/keys")).isEqualTo(200);
  }

  @Test
  void what_editors_leave_beside_a_file_is_passed_over() throws IOException {
    for (String name :
        List.of(
            ".#list-keys.camel.yaml",
            "#list-keys.camel.yaml#",
            "list-keys.camel.yaml~",
            ".list-keys.camel.yaml.swp",
            "list-keys.camel.yaml.tmp")) {
      edits.write("http/" + name, "- route: [");
    }
    edits.write("http/say-hello.camel.yaml", HELLO);
    await().until(() -> status("/v1/hello") == 200);

    assertThat(hub.hub().routeProblems()).isEmpty();
    edits.delete("http/say-hello.camel.yaml");
    await().until(() -> status("/v1/hello") == 404);
  }

  @Test
  void a_file_that_is_still_being_written_is_waited_for() throws IOException {
    String name = "http/say-hello.camel.yaml";
    int[] written = {0};
    await()
        .pollInterval(Duration.ofMillis(100))
        .until(
            () -> {
              written[0] = Math.min(HELLO.length(), written[0] + 24);
              edits.write(name, HELLO.substring(0, written[0]));
              assertThat(hub.hub().routeProblems()).isEmpty();
              return written[0] == HELLO.length();
            });

    await().until(() -> status("/v1/hello") == 200);
    edits.delete(name);
    await().until(() -> status("/v1/hello") == 404);
  }

  @Test
  void a_changed_template_changes_every_plugins_route_and_loses_no_call() throws IOException {
    CountDownLatch answer = new CountDownLatch(1);
    hub.provider()
        .onSubmit(
            "under way",
            (request, connection) -> {
              answer.await();
              hub.provider().taking().give(request, connection);
            });
    UUID underWay = user.generate("acme-quick", "under way");
    await().until(() -> hub.provider().submits("under way").size() == 1);
    String before = edits.read("calls/call-provider.camel.yaml");

    edits.change(
        "calls/call-provider.camel.yaml",
        "- bean: { ref: prepareCall }",
        "- bean: { ref: prepareCall }\n        - setHeader: { name: X-Edited, constant: edited }");
    TestUser other = hub.user().withKey("fragile", "sk-reload-0123456789");
    await().until(() -> edited(user, "acme-quick"));
    answer.countDown();
    await().until(() -> edited(other, "fragile-quick"));

    assertThat(user.settled(underWay).path("status").asText()).isEqualTo("completed");
    assertThat(hub.provider().submits("under way")).hasSize(1);
    edits.write("calls/call-provider.camel.yaml", before);
    await().until(() -> !edited(user, "acme-quick"));
  }

  /** Whether a generation that is made now is sent with the header that the edit adds. */
  private static boolean edited(TestUser by, String model) {
    String prompt = "edited " + UUID.randomUUID();
    assertThat(by.settled(by.generate(model, prompt)).path("status").asText())
        .isEqualTo("completed");
    return hub.provider().submits(prompt).get(0).headers().containsKey("x-edited");
  }

  @Test
  void lanes_and_timers_are_changed_while_work_goes_on() throws IOException {
    edits.change("dispatch/submit-generation.camel.yaml", "oolSize: 12", "oolSize: 3");
    edits.change(
        "dispatch/dispatch-queued.camel.yaml", "repeatInterval: 100", "repeatInterval: 50");
    edits.change("polling/follow-task.camel.yaml", "oolSize: 64", "oolSize: 4");

    for (int i = 0; i < 5; i++) {
      UUID id = user.generate("acme-quick", "lanes " + i);
      assertThat(user.settled(id).path("status").asText()).isEqualTo("completed");
    }
    edits.change("dispatch/dispatch-queued.camel.yaml", "ref: claimQueued", "ref: claimQeued");
    assertThat(edits.awaitProblem("dispatch/dispatch-queued.camel.yaml").reason())
        .contains("claimQeued");
    assertThat(user.settled(user.generate("acme-quick", "timer")).path("status").asText())
        .isEqualTo("completed");
    edits.change("dispatch/dispatch-queued.camel.yaml", "ref: claimQeued", "ref: claimQueued");
    edits.awaitNoProblem();
  }

  @Test
  void the_schedule_that_nodes_share_follows_too() throws IOException {
    String file = "keys/forget-key-versions.camel.yaml";
    String cron =
        "select max(cron_expression) from genhub.qrtz_cron_triggers where trigger_name = ";

    edits.change(file, "0 7/10 * * * ?", "0 9/10 * * * ?");
    await().until(() -> hub.value(cron + "'forget-key-versions'").equals("0 9/10 * * * ?"));

    edits.delete(file);
    await().until(() -> hub.value(cron + "'forget-key-versions'").equals("null"));
  }

  @Test
  void the_size_of_a_lane_in_use_is_said_to_need_a_restart() throws IOException {
    String file = "dispatch/submit-generation.camel.yaml";
    user.settled(user.generate("acme-quick", "in use"));

    edits.change(file, "size: 96", "size: 48");

    assertThat(edits.awaitProblem(file).reason()).contains("96").contains("48");
    assertThat(user.settled(user.generate("acme-quick", "size")).path("status").asText())
        .isEqualTo("completed");
  }

  @Test
  void a_changed_statement_takes_effect() throws IOException {
    user.settled(user.generate("acme-quick", "statement"));

    edits.write(
        "sql/requeue-claimed.sql",
        "update public.generation_tasks set metadata = '{\"edited\": true}' where prompt = 'statement'");

    await()
        .until(
            () ->
                hub.value("select metadata from public.generation_tasks where prompt = 'statement'")
                    .contains("edited"));
    assertThat(hub.hub().routeProblems()).isEmpty();
  }

  @Test
  void a_missing_statement_is_reported() throws IOException {
    String file = "sql/requeue-claimed.sql";
    String before = edits.read(file);

    edits.delete(file);
    assertThat(edits.awaitProblem("dispatch/reclaim-leases.camel.yaml").reason()).contains(file);
    edits.write(file, before);
    edits.awaitNoProblem();
  }

  @Test
  void a_changed_error_configuration_is_everybodys_at_once_and_no_request_fails()
      throws IOException, InterruptedException {
    String file = "errors/http-errors.camel.yaml";
    String before = edits.read(file);
    SteadyLoad load = SteadyLoad.on(user, "/v1/providers", "/v1/models", "/v1/generations");
    try (load) {
      edits.change(
          file,
          "- bean: { ref: writeProblem }",
          "- bean: { ref: writeProblem }\n            - setHeader: { name: X-Edited, constant: a }");
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> hub.call("GET", "/v1/models", "").header("X-Edited").equals("a"));

      edits.write(file, before.replace("writeProblem", "writeProblm"));
      assertThat(edits.awaitProblem(file).reason()).contains("writeProblm");
      assertThat(hub.call("GET", "/v1/models", "").header("X-Edited")).isEqualTo("a");
    }
    assertThat(load.failures()).isEmpty();
    edits.write(file, before);
    edits.awaitNoProblem();
  }

  private static int status(String path) {
    return user.get(path).status();
  }

  private static String reason(String file) {
    return hub.hub().routeProblems().stream()
        .filter(it -> it.file().equals(file))
        .map(RouteProblem::reason)
        .findFirst()
        .orElse("");
  }
}
