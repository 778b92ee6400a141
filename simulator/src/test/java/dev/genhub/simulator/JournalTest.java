package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.MJ_RECORD;
import static dev.genhub.simulator.testing.Submits.SUNO_LIVE;
import static dev.genhub.simulator.testing.Submits.SUNO_LIVE_RECORD;
import static dev.genhub.simulator.testing.Submits.picture;
import static dev.genhub.simulator.testing.Submits.song;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.TestClient;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A simulator that comes back goes on. */
class JournalTest {

  @TempDir private Path folder;
  private final CallbackReceiver receiver = new CallbackReceiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  private RunningSimulator start() {
    return Simulator.start(
        SimulatorOptions.defaults()
            .withDuration(Duration.ofMillis(100))
            .withCredits(BigDecimal.valueOf(100))
            .withJournal(folder));
  }

  @Test
  void tasksCreditsFaultsAndFilesSurvive() {
    String done;
    String banned;
    String broken;
    JsonNode before;
    try (RunningSimulator simulator = start()) {
      TestClient client = TestClient.of(simulator);
      done = client.submit(MJ, picture("a fox", receiver.url()));
      banned = client.submit(MJ, picture("x [sim:moderation] [sim:takes=300ms]"));
      broken = client.submit(MJ, picture("y [sim:malformed-status=1]"));
      before = client.awaitValue(MJ_RECORD + done, "/data/successFlag", "1");
    }

    try (RunningSimulator again = start()) {
      TestClient client = TestClient.of(again);
      JsonNode after = client.get(MJ_RECORD + done).json();
      assertThat(after.at("/data/completeTime")).isEqualTo(before.at("/data/completeTime"));
      assertThat(after.at("/data/paramJson")).isEqualTo(before.at("/data/paramJson"));
      MediaChecks.assertPicture(
          client.get(after.at("/data/resultInfoJson/resultUrls/0/resultUrl").asText()));
      assertThat(client.get(MJ_RECORD + broken).text()).startsWith("<html>");
      JsonNode failed = client.awaitValue(MJ_RECORD + banned, "/data/successFlag", "3");
      assertThat(failed.at("/data/errorCode").asInt()).isEqualTo(400);
      assertThat(client.get("/api/v1/chat/credit").data().asInt()).isEqualTo(100 - 2 * 8);
      assertThat(client.get("/sim/tasks").json()).hasSize(3);
    }
  }

  @Test
  void callbacksThatWereDueInBetweenComeAfterTheRestartAndDeliveredOnesDoNot() {
    String delivered;
    String pending;
    try (RunningSimulator simulator = start()) {
      TestClient client = TestClient.of(simulator);
      delivered = client.submit(MJ, picture("first", receiver.url()));
      receiver.awaitCount(1);
      pending = client.submit(SUNO_LIVE, song("second [sim:takes=1500ms]", receiver.url()));
      assertThat(client.get(SUNO_LIVE_RECORD + pending).data().path("status").asText())
          .isNotEqualTo("SUCCESS");
    }

    try (RunningSimulator again = start()) {
      TestClient client = TestClient.of(again);
      client.awaitValue(SUNO_LIVE_RECORD + pending, "/data/status", "SUCCESS");
      receiver.awaitCount(2);
      client.submit(MJ, picture("third", receiver.url()));
      client.await("/sim/tasks", tasks -> receiver.received().toString().contains("third"));

      assertThat(receiver.received())
          .filteredOn(it -> it.body().toString().contains(delivered))
          .hasSize(1);
      assertThat(receiver.received())
          .filteredOn(it -> it.body().at("/data/callbackType").asText().equals("complete"))
          .hasSize(1);
    }
  }

  @Test
  void aTornLastLineIsLeftOutAndTheNextIsWhole() throws IOException {
    String whole;
    String next;
    try (RunningSimulator simulator = start()) {
      whole = TestClient.of(simulator).submit(MJ, picture("a fox"));
    }
    Files.writeString(
        folder.resolve("tasks.jsonl"), "{\"entry\":\"made\",\"ta", StandardOpenOption.APPEND);

    try (RunningSimulator again = start()) {
      next = TestClient.of(again).submit(MJ, picture("another"));
    }
    try (RunningSimulator oncemore = start()) {
      TestClient client = TestClient.of(oncemore);
      client.awaitValue(MJ_RECORD + whole, "/data/successFlag", "1");
      client.awaitValue(MJ_RECORD + next, "/data/successFlag", "1");
    }
  }

  @Test
  void forgettingReachesTheJournal() {
    try (RunningSimulator simulator = start()) {
      TestClient client = TestClient.of(simulator);
      client.submit(MJ, picture("gone"));
      client.delete("/sim/tasks");
      client.submit(MJ, picture("kept"));
    }

    try (RunningSimulator again = start()) {
      assertThat(TestClient.of(again).get("/sim/tasks").json())
          .extracting(task -> task.path("prompt").asText())
          .containsExactly("kept");
    }
  }

  @Test
  void twoSimulatorsDoNotShareAFolder() {
    try (RunningSimulator first = start()) {
      assertThat(first.port()).isPositive();

      assertThatThrownBy(this::start)
          .isInstanceOf(SimulatorException.class)
          .hasMessageContaining("is in use by another simulator");
    }
  }
}
