package dev.genhub.routes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.routes.testing.LocalProvider;
import dev.genhub.routes.testing.ProviderAnswer;
import dev.genhub.routes.testing.SharedHub;
import dev.genhub.routes.testing.TestHub;
import dev.genhub.routes.testing.TestUser;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What becomes of a generation when its provider fails, case by case. The one thing that never
 * happens: a second request after one that may have been taken. Counted at the provider.
 */
@ExtendWith(SharedHub.class)
class ProviderFailureTest {
  private static final String REDIRECTED = "sent on to elsewhere";

  /** What the provider does with the first submit, and how the generation ends by it. */
  enum Submit {
    BAD_REQUEST(ProviderAnswer.json(400, "{}"), "invalid_request", false),
    UNAUTHORIZED(ProviderAnswer.json(401, "{}"), "invalid_api_key", false),
    SERVER_ERROR(ProviderAnswer.json(500, "{}"), "submission_outcome_unknown", true),
    NO_ID_IN_THE_ANSWER(ProviderAnswer.json(200, "{}"), "submission_outcome_unknown", true),
    PAGE_OF_HTML(ProviderAnswer.json(200, "<html>"), "submission_outcome_unknown", true),
    REDIRECT(
        ProviderAnswer.json(307, "", "Location: /elsewhere/" + REDIRECTED.replace(' ', '-')),
        "submission_outcome_unknown",
        true),
    RESET_BEFORE_THE_ANSWER(ProviderAnswer.reset(), "submission_outcome_unknown", true),
    CUT_IN_THE_MIDDLE(ProviderAnswer.cutInTheMiddle(), "submission_outcome_unknown", true),
    TOO_LARGE(ProviderAnswer.huge(33 * 1024 * 1024), "submission_outcome_unknown", true),
    SLOWER_THAN_THE_TIMEOUT(
        ProviderAnswer.silentUntil(new CountDownLatch(1)), "submission_outcome_unknown", true);

    private final ProviderAnswer answer;
    private final String code;
    private final boolean kept;

    /**
     * @param kept whether the reservation stays, because it may have been paid
     */
    Submit(ProviderAnswer answer, String code, boolean kept) {
      this.answer = answer;
      this.code = code;
      this.kept = kept;
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void a_submit_that_may_have_been_taken_or_is_refused_for_good_is_sent_once(
      Submit submit, TestHub hub) {
    TestUser user = user(hub);
    String prompt = "submit " + submit;
    hub.provider().onSubmit(prompt, submit.answer);

    UUID id = user.generate("acme-quick", prompt);
    JsonNode settled = user.settled(id);

    assertThat(settled.path("status").asText()).isEqualTo("failed");
    assertThat(settled.path("error").path("code").asText()).isEqualTo(submit.code);
    assertThat(hub.provider().submits(prompt)).hasSize(1);
    assertThat(released(hub, id)).isEqualTo(!submit.kept);
  }

  /** What the provider does with a submit that it surely did not take. */
  enum Later {
    TOO_MANY(ProviderAnswer.json(429, "{}", "Retry-After: 1")),
    UNAVAILABLE(ProviderAnswer.json(503, "{}"));

    private final ProviderAnswer answer;

    Later(ProviderAnswer answer) {
      this.answer = answer;
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void a_submit_that_was_surely_not_taken_is_sent_again_and_made_once(Later later, TestHub hub) {
    TestUser user = user(hub);
    String prompt = "later " + later;
    hub.provider().onSubmit(prompt, later.answer);

    JsonNode settled = user.settled(user.generate("acme-quick", prompt));

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(hub.provider().submits(prompt)).hasSize(2);
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void a_provider_that_refuses_connections_gets_the_submit_once_it_takes_them(TestHub hub)
      throws IOException {
    int port = freePort();
    TestUser user = user(hub);
    UUID id =
        user.generate("acme-quick", "refused", it -> it.put("address", "http://127.0.0.1:" + port));
    await().until(() -> attempts(hub, id) >= 1 && phase(hub, id).equals("queued"));

    try (LocalProvider there = LocalProvider.startOn(port)) {
      // the task is asked for here and looked at where all tasks are
      there.onSubmit("refused", hub.provider().taking());
      JsonNode settled = user.settled(id);

      assertThat(settled.path("status").asText()).isEqualTo("completed");
      assertThat(there.submits("refused")).hasSize(1);
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void a_connection_that_does_not_come_about_is_no_lost_submit(TestHub hub) throws IOException {
    TestUser user = user(hub);
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, waiting);
      String address = "http://127.0.0.1:" + full.getLocalPort();
      UUID id = user.generate("acme-quick", "full", it -> it.put("address", address));

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> attempts(hub, id) >= 1 && phase(hub, id).equals("queued"));

      assertThat(user.call("POST", "/v1/generations/" + id + "/cancel", "").status())
          .isEqualTo(200);
      assertThat(released(hub, id)).isTrue();
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Nobody accepts; once the queue is full, the system answers no further connection. */
  private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
    for (int i = 0; i < 8; i++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 200);
      } catch (IOException full) {
        return;
      }
    }
  }

  @Test
  @Execution(ExecutionMode.CONCURRENT)
  void an_open_circuit_breaker_keeps_submits_back_without_failing_them(TestHub hub) {
    TestUser user = hub.user().withKey("fragile", "sk-fragile-0123456789");
    int generations = 24;
    ProviderAnswer[] down = new ProviderAnswer[400];
    Arrays.fill(down, ProviderAnswer.json(503, "{}"));
    hub.provider().onSubmit("down", down);
    List<UUID> ids = new ArrayList<>();
    for (int i = 0; i < generations; i++) {
      ids.add(user.generate("fragile-quick", "down"));
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> attemptsOf(hub, ids) >= hub.provider().submits("down").size() + 5);

    assertThat(ids).allSatisfy(id -> assertThat(phase(hub, id)).isNotIn("unknown", "settled"));
    assertThat(user.generation(ids.get(0)).path("status").asText()).isEqualTo("pending");
  }

  /** What the provider does with a look at a task. */
  enum Look {
    TOO_MANY(ProviderAnswer.json(429, "{}", "Retry-After: 1")),
    SERVER_ERROR(ProviderAnswer.json(500, "{}")),
    UNAVAILABLE(ProviderAnswer.json(503, "{}")),
    UNKNOWN_WORD(ProviderAnswer.json(200, "{\"state\": \"perhaps\"}")),
    PAGE_OF_HTML(ProviderAnswer.json(200, "<html>")),
    RESET_BEFORE_THE_ANSWER(ProviderAnswer.reset()),
    CUT_IN_THE_MIDDLE(ProviderAnswer.cutInTheMiddle()),
    REDIRECT(ProviderAnswer.json(307, "", "Location: /files/x"));

    private final ProviderAnswer answer;

    Look(ProviderAnswer answer) {
      this.answer = answer;
    }
  }

  @ParameterizedTest
  @Execution(ExecutionMode.CONCURRENT)
  @EnumSource
  void a_look_that_fails_is_followed_by_another(Look look, TestHub hub) {
    TestUser user = user(hub);
    String prompt = "look " + look;
    hub.provider().onStatus(prompt, look.answer, look.answer);

    JsonNode settled = user.settled(user.generate("acme-quick", prompt));

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(hub.provider().looks(prompt)).isEqualTo(3);
    assertThat(hub.provider().submits(prompt)).hasSize(1);
  }

  private static TestUser user(TestHub hub) {
    return hub.user().withKey("acme", "sk-failure-0123456789");
  }

  private static boolean released(TestHub hub, UUID id) {
    String entry = "select count(*) from genhub.ledger_entries where kind = 'release' and";
    return hub.value(entry + " generation_id = '" + id + "'").equals("1");
  }

  private static String phase(TestHub hub, UUID id) {
    return hub.value("select phase from generation_tasks where id = '" + id + "'");
  }

  private static int attempts(TestHub hub, UUID id) {
    return attemptsOf(hub, List.of(id));
  }

  private static int attemptsOf(TestHub hub, List<UUID> ids) {
    String all = String.join("','", ids.stream().map(UUID::toString).toList());
    return Integer.parseInt(
        hub.value("select sum(attempts) from generation_tasks where id in ('" + all + "')"));
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0)) {
      return any.getLocalPort();
    }
  }
}
