package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.MJ_RECORD;
import static dev.genhub.simulator.testing.Submits.SUNO_LIVE;
import static dev.genhub.simulator.testing.Submits.picture;
import static dev.genhub.simulator.testing.Submits.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The provider's own books, for tests that hold the hub's against them. */
class ControlTest {

  private static final String NOWHERE = "http://127.0.0.1:1/";

  private RunningSimulator simulator;
  private TestClient client;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(50)));
    client = TestClient.of(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  @Test
  void everyTaskIsListedWithWhatWasAskedAndCharged() {
    String id = client.submit(MJ, picture("a fox", NOWHERE + "1"));
    client.withKey("another").submit(SUNO_LIVE, song("x [sim:fail]", NOWHERE + "2"));
    client.awaitValue(MJ_RECORD + id, "/data/successFlag", "1");

    JsonNode tasks =
        client.withoutKey().await("/sim/tasks", all -> all.at("/1/failed").asBoolean());

    JsonNode picture = tasks.get(0);
    assertThat(picture.path("id").asText()).isEqualTo(id);
    assertThat(picture.path("family").asText()).isEqualTo("midjourney");
    assertThat(picture.path("prompt").asText()).isEqualTo("a fox");
    assertThat(picture.path("callBackUrl").asText()).isEqualTo(NOWHERE + "1");
    assertThat(picture.path("submits").asInt()).isEqualTo(1);
    assertThat(picture.path("credits").asInt()).isEqualTo(8);
    assertThat(picture.path("state").asText()).isEqualTo("succeeded");
    assertThat(picture.path("failed").asBoolean()).isFalse();
    assertThat(picture.path("createdAt").asText()).endsWith("Z");
    assertThat(picture.path("account").asText())
        .matches("[0-9a-f]{16}")
        .isNotEqualTo(tasks.get(1).path("account").asText());
    assertThat(tasks.get(1).path("state").asText()).isEqualTo("failed");
  }

  @Test
  void aCallbackAddressThatWasTakenTwiceIsADoubleSubmit() {
    client.submit(MJ, picture("once", NOWHERE + "1"));
    client.post(MJ, picture("refused [sim:429]", NOWHERE + "1"));
    client.submit(MJ, picture("twice", NOWHERE + "2"));
    client.submit(MJ, picture("twice", NOWHERE + "2"));
    client.submit(MJ, picture("without"));
    client.submit(MJ, picture("without"));

    JsonNode summary = client.get("/sim/summary").json();

    assertThat(summary.path("doubleSubmits")).hasSize(1);
    assertThat(summary.at("/doubleSubmits/0/callBackUrl").asText()).isEqualTo(NOWHERE + "2");
    assertThat(summary.at("/doubleSubmits/0/submits").asInt()).isEqualTo(2);
    assertThat(client.get("/sim/tasks").json())
        .extracting(task -> task.path("submits").asInt())
        .containsExactly(1, 2, 2, 1, 1);
  }

  @Test
  void theSummaryCountsTasksByStateAndCreditsByAccount() {
    client.submit(MJ, picture("done"));
    client.submit(MJ, picture("failed [sim:fail]"));
    client.submit(MJ, picture("working [sim:never-ends]"));
    client.withKey("another").submit(SUNO_LIVE, song("x", NOWHERE));

    JsonNode summary = client.await("/sim/summary", it -> it.at("/byState/succeeded").asInt() == 2);

    assertThat(summary.path("tasks").asInt()).isEqualTo(4);
    assertThat(summary.at("/byState/failed").asInt()).isEqualTo(1);
    assertThat(summary.at("/byState/queued").asInt() + summary.at("/byState/running").asInt())
        .isEqualTo(1);
    assertThat(summary.at("/byFamily/midjourney").asInt()).isEqualTo(3);
    assertThat(summary.at("/credits/charged").asInt()).isEqualTo(36);
    assertThat(summary.at("/credits/spent").asInt()).isEqualTo(28);
    assertThat(summary.path("accounts"))
        .extracting(account -> account.path("spent").asInt())
        .containsExactly(16, 12);
  }

  @Test
  void afterForgettingThereIsNothingAndNothingIsCalledBack() {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      String id = client.submit(MJ, picture("gone [sim:takes=1s]", receiver.url()));
      client.post(MJ, picture("counted [sim:http-429=1]"));

      assertThat(client.delete("/sim/tasks").status()).isEqualTo(204);

      assertThat(client.get("/sim/tasks").json()).isEmpty();
      assertThat(client.get("/sim/summary").json().at("/credits/charged").asInt(-1)).isZero();
      assertThat(client.get(MJ_RECORD + id).code()).isEqualTo(422);
      assertThat(client.post(MJ, picture("counted [sim:http-429=1]")).status()).isEqualTo(429);
      client.submit(MJ, picture("next [sim:takes=1200ms]", receiver.url()));
      assertThat(receiver.awaitCount(1))
          .singleElement()
          .satisfies(it -> assertThat(it.body().toString()).contains("next").doesNotContain(id));
    }
  }
}
