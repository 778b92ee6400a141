package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.VEO;
import static dev.genhub.simulator.testing.Submits.VEO_RECORD;
import static dev.genhub.simulator.testing.Submits.clip;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.task.TaskDurations;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The 1080p version of a clip, and addresses for downloads. */
class FullHdTest {

  private static final String FULL_HD = "/api/v1/veo/get-1080p-video?taskId=";

  private final MovableClock clock = new MovableClock();

  private SimulatorOptions options() {
    return SimulatorOptions.defaults()
        .withClock(clock)
        .withCredits(BigDecimal.valueOf(1000))
        .withDurations(TaskDurations.USUAL);
  }

  private void pass(Duration time) {
    clock.move(time);
  }

  @Test
  void theVersionIsReadySomeTimeAfterTheClipAndCostsFiveCreditsOnce() {
    try (RunningSimulator simulator = Simulator.start(options())) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(VEO, clip("waves"));
      assertThat(client.get(FULL_HD + id).code()).isEqualTo(400);
      pass(TaskDurations.USUAL.video());
      Answered early = client.get(FULL_HD + id + "&index=0");
      assertThat(early.status()).isEqualTo(200);
      assertThat(early.code()).isEqualTo(400);
      assertThat(early.message()).contains("processing");

      pass(TaskDurations.USUAL.fullHd());
      JsonNode ready = client.get(FULL_HD + id).data();

      MediaChecks.assertClip(client.get(ready.path("resultUrl").asText()));
      assertThat(client.get("/api/v1/chat/credit").data().asInt()).isEqualTo(1000 - 60 - 5);
      assertThat(client.get(FULL_HD + id + "&index=7").code()).isEqualTo(422);
      assertThat(client.get("/sim/tasks").json())
          .extracting(task -> task.path("family").asText() + task.path("parentId").asText())
          .containsExactly("veonull", "veo-1080p" + id);
    }
  }

  @Test
  void aClipThatFailedHasNone() {
    try (RunningSimulator simulator = Simulator.start(options())) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(VEO, clip("waves [sim:fail]"));
      pass(TaskDurations.USUAL.video());

      assertThat(client.get(FULL_HD + id).code()).isEqualTo(422);
    }
  }

  @Test
  void theGuideDialectSaysItByHttpStatus() {
    try (RunningSimulator simulator = Simulator.start(options().withDialect(Dialect.GUIDE))) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(VEO, clip("waves"));
      assertThat(client.get(FULL_HD + "gone").status()).isEqualTo(404);
      assertThat(client.get(FULL_HD + id).status()).isEqualTo(400);

      pass(TaskDurations.USUAL.video().plus(TaskDurations.USUAL.fullHd()));
      JsonNode ready = client.get(FULL_HD + id).json();

      assertThat(ready.path("status").asText()).isEqualTo("completed");
      assertThat(ready.path("taskId").asText()).isEqualTo(id);
      assertThat(ready.path("resolution").asText()).isEqualTo("1080p");
      MediaChecks.assertClip(client.get(ready.path("videoUrl").asText()));
    }
  }

  @Test
  void anAddressForADownloadIsMadeForResultsOfTheAccountOnly() {
    try (RunningSimulator simulator = Simulator.start(options())) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(VEO, clip("waves"));
      pass(TaskDurations.USUAL.video());
      String url = client.get(VEO_RECORD + id).data().at("/response/resultUrls/0").asText();
      String wanted = "{'url':'" + url + "'}";

      Answered made = client.post("/api/v1/common/download-url", wanted);

      assertThat(made.data().isTextual()).as(made.text()).isTrue();
      MediaChecks.assertClip(client.withoutKey().get(made.data().asText()));
      Answered foreign = client.withKey("another").post("/api/v1/common/download-url", wanted);
      assertThat(foreign.code()).isEqualTo(422);
      assertThat(foreign.message()).isEqualTo("url is wrong");
      assertThat(client.post("/api/v1/common/download-url", "{'url':'http://a/b'}").code())
          .isEqualTo(422);
      assertThat(client.post("/api/v1/common/download-url", "{}").message())
          .isEqualTo("Please enter url.");
    }
  }
}
