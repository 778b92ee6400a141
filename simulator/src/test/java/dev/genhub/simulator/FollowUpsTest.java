package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.VEO;
import static dev.genhub.simulator.testing.Submits.VEO_RECORD;
import static dev.genhub.simulator.testing.Submits.clip;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is made of a task that is done, in the live dialect. */
class FollowUpsTest {

  private static final Duration TAKES = Duration.ofSeconds(10);
  private static final String ULTRA_HD = "/api/v1/veo/get-4k-video";
  private static final MovableClock CLOCK = new MovableClock();

  private static RunningSimulator simulator;
  private static TestClient client;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withClock(CLOCK).withDuration(TAKES));
    client = TestClient.of(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static String done(String path, String body) {
    String id = client.submit(path, body);
    CLOCK.move(TAKES);
    return id;
  }

  private static JsonNode midjourney(String address, String body) {
    String id = done("/api/v1/mj/" + address, body);
    return client.get("/api/v1/mj/record-info?taskId=" + id).data();
  }

  @Test
  void midjourneyMakesOnePictureLargerAndFourOfOne() {
    String parent = done("/api/v1/mj/generate", "{'taskType':'mj_txt2img','prompt':'a fox'}");
    String ofSecond = "{'taskId':'" + parent + "','imageIndex':1}";

    JsonNode larger = midjourney("generateUpscale", ofSecond);
    JsonNode varied = midjourney("generateVary", ofSecond);

    assertThat(larger.at("/resultInfoJson/resultUrls")).hasSize(1);
    assertThat(varied.at("/resultInfoJson/resultUrls")).hasSize(4);
    MediaChecks.assertPicture(
        client.get(larger.at("/resultInfoJson/resultUrls/0/resultUrl").asText()));
  }

  @Test
  void midjourneyExtendsAVideo() {
    String parent =
        done(
            "/api/v1/mj/generate",
            "{'taskType':'mj_video','prompt':'it runs','fileUrls':['https://a.example/1.png']}");

    JsonNode longer =
        midjourney(
            "generateVideoExtend",
            "{'taskId':'" + parent + "','taskType':'mj_video_extend_auto','index':0}");

    MediaChecks.assertClip(
        client.get(longer.at("/resultInfoJson/resultUrls/0/resultUrl").asText()));
  }

  @Test
  void veoExtendsAClipAndHasTheWholeOfIt() {
    String parent = done(VEO, clip("waves"));
    String id =
        done("/api/v1/veo/extend", "{'taskId':'" + parent + "','prompt':'a ship','model':'lite'}");

    JsonNode response = client.get(VEO_RECORD + id).data().path("response");

    assertThat(response.path("resultUrls")).hasSize(1);
    MediaChecks.assertClip(client.get(response.at("/resultUrls/0").asText()));
    MediaChecks.assertClip(client.get(response.at("/fullResultUrls/0").asText()));
  }

  @Test
  void theUltraHdVersionIsOrderedOnceAndIsThereInTheEnd() {
    String parent = done(VEO, clip("waves"));
    String order = "{'taskId':'" + parent + "','index':0}";
    double before = client.get("/api/v1/chat/credit").data().asDouble();

    Answered first = client.post(ULTRA_HD, order);
    Answered second = client.post(ULTRA_HD, order);
    CLOCK.move(TAKES);
    Answered third = client.post(ULTRA_HD, order);

    assertThat(first.code()).isEqualTo(200);
    assertThat(first.data().path("resultUrls").isNull()).isTrue();
    assertThat(second.code()).isEqualTo(422);
    assertThat(second.message()).contains("processing");
    assertThat(second.data().path("taskId").asText()).isEqualTo(parent);
    assertThat(third.code()).isEqualTo(422);
    MediaChecks.assertClip(client.get(third.data().at("/resultUrls/0").asText()));
    MediaChecks.assertPicture(client.get(third.data().at("/imageUrls/0").asText()));
    assertThat(before - client.get("/api/v1/chat/credit").data().asDouble()).isEqualTo(120);
  }

  @Test
  void aClipThatIsNotDoneHasNoUltraHdVersion() {
    String running = client.submit(VEO, clip("waves"));

    Answered answer = client.post(ULTRA_HD, "{'taskId':'" + running + "'}");

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.message()).isEqualTo("Record does not exist");
    assertThat(answer.json().get("data").isNull()).isTrue();
  }

  @Test
  void sunoExtendsATrackByItsOwnId() {
    String callBack = "'callBackUrl':'http://127.0.0.1:1/'";
    String parent =
        done(
            "/api/v1/generate",
            "{'prompt':'rain','customMode':false,'instrumental':false,'model':'V5',"
                + callBack
                + "}");
    String record = "/api/v1/generate/record-info?taskId=";
    String track = client.get(record + parent).data().at("/response/sunoData/1/id").asText();

    String id =
        done(
            "/api/v1/generate/extend",
            "{'defaultParamFlag':false,'audioId':'" + track + "','model':'V5'," + callBack + "}");

    JsonNode longer = client.get(record + id).data();
    assertThat(longer.path("operationType").asText()).isEqualTo("extend");
    assertThat(longer.path("parentMusicId").asText()).isEqualTo(track);
    assertThat(longer.at("/response/sunoData")).hasSize(2);
    MediaChecks.assertTrack(client.get(longer.at("/response/sunoData/0/audioUrl").asText()));
  }

  @Test
  void aTrackThatDoesNotExistIsTakenAndFailsLater() {
    String id =
        done(
            "/api/v1/generate/extend",
            "{'defaultParamFlag':false,'audioId':'gone','model':'V5',"
                + "'callBackUrl':'http://127.0.0.1:1/'}");

    JsonNode end = client.get("/api/v1/generate/record-info?taskId=" + id).data();

    assertThat(end.path("status").asText()).isEqualTo("GENERATE_AUDIO_FAILED");
  }
}
