package dev.genhub.cli.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genhub.cli.hub.HubUser;
import dev.genhub.cli.hub.PackagedHub;
import dev.genhub.postgres.testing.TestDatabase;
import dev.genhub.simulator.RunningSimulator;
import dev.genhub.simulator.Simulator;
import dev.genhub.simulator.SimulatorOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every point at which a killed hub leaves something different behind, and what becomes of it. */
class CrashPointsIT {
  @TempDir Path folder;

  private final TestDatabase database = TestDatabase.create();
  private final RunningSimulator provider =
      Simulator.start(
          SimulatorOptions.defaults()
              .withDuration(Duration.ofSeconds(1))
              .withCallbackTimes(Duration.ofSeconds(15), Duration.ofSeconds(10)));
  private PackagedHub hub;
  private HubUser user;

  @BeforeEach
  void startTheHub() {
    hub =
        PackagedHub.at(provider, folder)
            .on(database)
            .with("genhub.dispatch.lease", "3s")
            .with("genhub.dispatch.unknown-outcome-timeout", "45s")
            .start();
    user = HubUser.of(hub);
    user.storeKey("key-of-the-user");
  }

  @AfterEach
  void stopEverything() {
    hub.close();
    provider.close();
  }

  @Test
  void before_the_claim_another_node_sends_it() throws Exception {
    String id = killHeldBefore("claimed", "an image");

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(tasksAtTheProvider()).isEqualTo(1);
    assertChargedOnce(id);
  }

  @Test
  void before_the_intent_is_committed_another_node_sends_it() throws Exception {
    String id = killHeldBefore("submitting", "an image");

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(tasksAtTheProvider()).isEqualTo(1);
    assertChargedOnce(id);
  }

  @Test
  void after_the_intent_and_before_the_first_byte_nobody_sends_it_again() throws Exception {
    String id;
    try (HeldPoints points = new HeldPoints(database.superuser());
        Connection observer = database.superuser()) {
      points.holdKeys();
      id = user.generate("an image");
      points.awaitSomebodyHeld(observer);
      hub.kill();
    }

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("error").path("code").asText()).isEqualTo("submission_outcome_unknown");
    assertThat(tasksAtTheProvider()).isZero();
    assertReservationKept(id);
  }

  @Test
  void after_the_send_its_callback_makes_the_lost_answer_good() throws Exception {
    String id = user.generate("an image [sim:slow=20s]");
    awaitTasksAtTheProvider();
    hub.kill();

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(tasksAtTheProvider()).isEqualTo(1);
    assertChargedOnce(id);
  }

  @Test
  void after_the_send_and_without_a_callback_the_outcome_stays_unknown() throws Exception {
    String id = user.generate("an image [sim:slow=20s] [sim:lost-callback]");
    awaitTasksAtTheProvider();
    hub.kill();

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("error").path("code").asText()).isEqualTo("submission_outcome_unknown");
    assertThat(tasksAtTheProvider()).isEqualTo(1);
    assertReservationKept(id);
  }

  @Test
  void after_the_answer_and_before_it_is_recorded_the_callback_adopts_the_task() throws Exception {
    String id = killHeldBefore("following", "an image");

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(tasksAtTheProvider()).isEqualTo(1);
    assertChargedOnce(id);
  }

  @Test
  void before_the_settlement_is_committed_the_next_look_settles_it() throws Exception {
    String id = killHeldBefore("settled", "an image");

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    assertThat(settled.path("results")).hasSize(4);
    assertThat(tasksAtTheProvider()).isEqualTo(1);
    assertChargedOnce(id);
  }

  @Test
  void after_the_settlement_only_the_files_are_still_to_be_copied() throws Exception {
    String id = user.generate("an image [sim:slow-file=3s]");
    user.settled(id);
    hub.kill();

    JsonNode settled = restartAndSettle(id);

    assertThat(settled.path("status").asText()).isEqualTo("completed");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(
            () ->
                assertThat(user.get(id).path("results"))
                    .hasSize(4)
                    .allMatch(result -> result.path("archived").asBoolean()));
    assertChargedOnce(id);
  }

  private String killHeldBefore(String phase, String prompt) throws Exception {
    try (HeldPoints points = new HeldPoints(database.superuser());
        Connection observer = database.superuser()) {
      points.holdBefore(phase);
      String id = user.generate(prompt);
      points.awaitSomebodyHeld(observer);
      hub.kill();
      return id;
    }
  }

  private JsonNode restartAndSettle(String id) throws Exception {
    hub.start();
    return user.settled(id);
  }

  private void awaitTasksAtTheProvider() {
    await().atMost(Duration.ofSeconds(60)).until(() -> tasksAtTheProvider() == 1);
  }

  /** How many tasks were made, which is what a provider is paid for. */
  private int tasksAtTheProvider() throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(provider.baseUrl() + "/sim/summary")).build(),
                HttpResponse.BodyHandlers.ofString());
    return new ObjectMapper().readTree(answer.body()).path("tasks").asInt();
  }

  private void assertChargedOnce(String id) throws Exception {
    assertThat(
            number("select charged_credits from public.generation_tasks where id = '" + id + "'"))
        .isEqualTo(8);
    assertThat(number("select reserved_usd from genhub.spending")).isZero();
    assertThat(number("select spent_usd from genhub.spending")).isEqualTo(0.04);
  }

  private void assertReservationKept(String id) throws Exception {
    assertThat(
            number("select charged_credits from public.generation_tasks where id = '" + id + "'"))
        .isZero();
    assertThat(number("select reserved_usd from genhub.spending")).isEqualTo(0.04);
    assertThat(number("select spent_usd from genhub.spending")).isZero();
  }

  private double number(String query) throws Exception {
    try (Connection connection = database.superuser();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getDouble(1);
    }
  }
}
