package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.Submits;
import dev.genhub.simulator.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads of tasks say that do not exist, as KIE.AI was recorded to say it. */
class UnknownTasksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          generate/record-info      | 200 | success
          runway/record-detail      | 200 | success
          veo/record-info           | 422 | Record not found for taskId: a1
          veo/get-1080p-video       | 422 | Record does not exist
          mj/record-info            | 422 | The record does not exist
          aleph/record-info         | 200 | success
          flux/kontext/record-info  | 422 | The record does not exist
          gpt4o-image/record-info   | 422 | The record does not exist
          modify/record-info        | 422 | The record does not exist
          jobs/recordInfo           | 422 | recordInfo is null
          """)
  void theLiveDialectSaysItInTheWayOfTheFamily(String path, int code, String message) {
    try (RunningSimulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      Answered answer = TestClient.of(simulator).get("/api/v1/" + path + "?taskId=a1");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.code()).isEqualTo(code);
      assertThat(answer.message()).isEqualTo(message);
      assertThat(answer.json().get("data").isNull()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"mj", "veo", "runway", "suno"})
  void theGuideDialectSaysHttp404(String family) {
    SimulatorOptions options = SimulatorOptions.defaults().withDialect(Dialect.GUIDE);
    try (RunningSimulator simulator = Simulator.start(options)) {
      Answered answer =
          TestClient.of(simulator).get("/api/v1/" + family + "/record-info?taskId=a1");

      assertThat(answer.status()).isEqualTo(404);
      assertThat(answer.message()).isEqualTo("There is no task a1");
    }
  }

  @Test
  void aTaskOfAnotherFamilyOrOfAnotherAccountIsUnknown() {
    try (RunningSimulator simulator = Simulator.start(SimulatorOptions.defaults())) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(Submits.MJ, Submits.picture("x"));

      assertThat(client.get(Submits.MJ_RECORD + id).code()).isEqualTo(200);
      assertThat(client.get(Submits.VEO_RECORD + id).code()).isEqualTo(422);
      assertThat(client.withKey("another").get(Submits.MJ_RECORD + id).code()).isEqualTo(422);
    }
  }
}
