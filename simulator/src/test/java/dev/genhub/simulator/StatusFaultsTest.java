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
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Faults of tasks and of reads of their state and their files. */
class StatusFaultsTest {

  private static RunningSimulator simulator;
  private static TestClient client;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(50)));
    client = TestClient.of(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static String submit(String word) {
    return MJ_RECORD + client.submit(MJ, picture("x [sim:" + word + "]"));
  }

  @Test
  void aMalformedRecordIsHtmlAsOftenAsTheWordSays() {
    String record = submit("malformed-status=2");

    for (int read = 0; read < 2; read++) {
      Answered answer = client.get(record);
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.contentType()).startsWith("text/html");
    }
    assertThat(client.get(record).code()).isEqualTo(200);
  }

  @Test
  void aTruncatedRecordEndsHalfWay() {
    assertThat(client.get(submit("truncated-status")).text())
        .startsWith("{\"code\":200")
        .doesNotEndWith("}");
  }

  @Test
  void aLostOrCutRecordBreaksTheConnection() {
    String lost = submit("lost-status");
    String cut = submit("cut-status=1");

    assertThatThrownBy(() -> client.get(lost)).isInstanceOf(UncheckedIOException.class);
    assertThatThrownBy(() -> client.get(cut)).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get(cut).code()).isEqualTo(200);
  }

  @Test
  void aRefusedReadComesAsTheWordSays() {
    String record = submit("status-http-503=1] [sim:status-429=1");

    assertThat(client.get(record).status()).isEqualTo(503);
    assertThat(client.get(record).code()).isEqualTo(429);
    assertThat(client.get(record).code()).isEqualTo(200);
  }

  @Test
  void aSlowReadTakesItsTime() {
    String record = submit("slow-status=300ms");
    Instant before = Instant.now();

    assertThat(client.get(record).code()).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void aTaskThatNeverEndsIsAtWorkLongAfterItsTime() {
    String record = submit("never-ends");
    String later = submit("takes=100ms");
    client.awaitValue(later, "/data/successFlag", "1");

    assertThat(client.get(record).data().path("successFlag").asInt(-1)).isZero();
  }

  @Test
  void anUnknownStateIsAWordThatNoDocumentationHas() {
    String suno = client.submit(SUNO_LIVE, song("x [sim:unknown-state]", "http://127.0.0.1:1/"));

    assertThat(client.get(submit("unknown-state")).data().path("successFlag").asInt()).isEqualTo(9);
    assertThat(client.get(SUNO_LIVE_RECORD + suno).data().path("status").asText())
        .isEqualTo("DREAMING");
  }

  @Test
  void filesAreThereOnceTheTaskHasSucceededAndNoOthers() {
    String working = submit("never-ends").substring(MJ_RECORD.length());
    assertThat(client.get("/files/" + working + "/0.png").status()).isEqualTo(404);
    String record = submit("takes=0s");
    String id = record.substring(MJ_RECORD.length());
    String failed = submit("fail");
    client.awaitValue(failed, "/data/successFlag", "3");

    assertThat(client.withoutKey().get("/files/" + id + "/3.png").status()).isEqualTo(200);
    assertThat(client.get("/files/" + id + "/4.png").status()).isEqualTo(404);
    assertThat(client.get("/files/" + id + "/0.mp4").status()).isEqualTo(404);
    assertThat(client.get("/files/0123/0.png").status()).isEqualTo(404);
    assertThat(client.get("/files/" + failed.substring(MJ_RECORD.length()) + "/0.png").status())
        .isEqualTo(404);
  }

  @Test
  void filesCanBeMissingOrBreakOff() {
    JsonNode gone = client.awaitValue(submit("file-404"), "/data/successFlag", "1");
    JsonNode cut = client.awaitValue(submit("cut-file=1"), "/data/successFlag", "1");
    String first = "/data/resultInfoJson/resultUrls/0/resultUrl";

    assertThat(client.get(gone.at(first).asText()).status()).isEqualTo(404);
    String url = cut.at(first).asText();
    assertThatThrownBy(() -> client.get(url)).isInstanceOf(UncheckedIOException.class);
    assertThat(client.get(url).status()).isEqualTo(200);
  }
}
