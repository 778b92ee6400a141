package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import java.util.List;
import org.jcodec.common.model.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a submit to a file, for every family of the live dialect. */
class LiveFamiliesTest {

  private static final Duration TAKES = Duration.ofSeconds(10);
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

  private static JsonNode after(Duration passed, String record) {
    CLOCK.move(passed);
    return client.get(record).data();
  }

  @Test
  void aSubmitIsAnsweredWithNothingButTheTaskIdInAnEnvelope() {
    Answered answer =
        client.post("/api/v1/mj/generate", "{'taskType':'mj_txt2img','prompt':'a fox'}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.contentType()).isEqualTo("application/json;charset=UTF-8");
    assertThat(answer.text())
        .matches(
            "\\{\"code\":200,\"msg\":\"success\",\"data\":\\{\"taskId\":\"[0-9a-f]{32}\"\\}\\}");
  }

  @Test
  void aMidjourneyTaskMakesFourPicturesInTheShapeThatWasAskedFor() {
    String id =
        client.submit(
            "/api/v1/mj/generate",
            "{'taskType':'mj_txt2img','prompt':'a fox','aspectRatio':'2:1','speed':'relaxed'}");
    JsonNode running = client.get("/api/v1/mj/record-info?taskId=" + id).data();
    assertThat(running.path("successFlag").asInt()).isZero();
    assertThat(running.path("resultInfoJson").isNull()).isTrue();

    JsonNode done = after(TAKES, "/api/v1/mj/record-info?taskId=" + id);

    assertThat(done.path("successFlag").asInt()).isEqualTo(1);
    assertThat(done.path("taskId").asText()).isEqualTo(id);
    assertThat(done.path("taskType").asText()).isEqualTo("mj_txt2img");
    assertThat(done.path("paramJson").asText()).contains("\"speed\":\"relaxed\"");
    assertThat(done.path("completeTime").asText()).endsWith("Z");
    assertThat(done.path("errorCode").isNull()).isTrue();
    assertThat(done.has("creditsConsumed")).isFalse();
    JsonNode urls = done.path("resultInfoJson").path("resultUrls");
    assertThat(urls).hasSize(4);
    for (JsonNode url : urls) {
      var picture = MediaChecks.assertPicture(client.get(url.path("resultUrl").asText()));
      assertThat(picture.getWidth()).isEqualTo(picture.getHeight() * 2);
    }
    assertThat(client.get(urls.get(0).path("resultUrl").asText()).bytes())
        .isNotEqualTo(client.get(urls.get(1).path("resultUrl").asText()).bytes());
  }

  @Test
  void aMidjourneyVideoMakesAsManyClipsAsItsBatchHas() {
    String id =
        client.submit(
            "/api/v1/mj/generate",
            "{'taskType':'mj_video','prompt':'it runs','videoBatchSize':2,'motion':'low',"
                + "'fileUrls':['https://example.com/fox.png']}");

    JsonNode done = after(TAKES, "/api/v1/mj/record-info?taskId=" + id);

    JsonNode urls = done.at("/resultInfoJson/resultUrls");
    assertThat(urls).hasSize(2);
    MediaChecks.assertClip(client.get(urls.get(0).path("resultUrl").asText()));
  }

  @Test
  void aVeoTaskMakesAClip() {
    String id =
        client.submit(
            "/api/v1/veo/generate",
            "{'prompt':'waves','model':'veo3_fast','generationType':'REFERENCE_2_VIDEO',"
                + "'imageUrls':['https://example.com/1.png'],'aspect_ratio':'9:16',"
                + "'resolution':'1080p','duration':8,'enableTranslation':true}");
    JsonNode running = client.get("/api/v1/veo/record-info?taskId=" + id).data();
    assertThat(running.path("response").isNull()).isTrue();
    assertThat(running.path("errorMessage").asText("none")).isEmpty();
    assertThat(running.path("createTime").isIntegralNumber()).isTrue();

    JsonNode done = after(TAKES, "/api/v1/veo/record-info?taskId=" + id);

    assertThat(done.path("completeTime").asLong() - done.path("createTime").asLong())
        .isEqualTo(TAKES.toMillis());
    JsonNode response = done.path("response");
    assertThat(response.path("resolution").asText()).isEqualTo("1080p");
    assertThat(response.path("originUrls").isNull()).isTrue();
    assertThat(response.path("resultUrls")).hasSize(1);
    Picture frame = MediaChecks.assertClip(client.get(response.path("resultUrls").get(0).asText()));
    assertThat(frame.getHeight()).isGreaterThan(frame.getWidth());
  }

  @Test
  void aRunwayTaskPassesThroughItsStatesAndMakesAClipWithAPreview() {
    String id =
        client.submit(
            "/api/v1/runway/generate",
            "{'prompt':'a walk','duration':5,'quality':'720p'," + "'aspectRatio':'16:9'}");
    String record = "/api/v1/runway/record-detail?taskId=" + id;
    assertThat(client.get(record).data().path("state").asText()).isEqualTo("wait");
    assertThat(after(TAKES.dividedBy(10), record).path("state").asText()).isEqualTo("queueing");
    assertThat(after(TAKES.dividedBy(2), record).path("state").asText()).isEqualTo("generating");

    JsonNode done = after(TAKES, record);

    assertThat(done.path("state").asText()).isEqualTo("success");
    assertThat(done.path("generateTime").asText())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(done.path("expireFlag").asInt(1)).isZero();
    assertThat(done.at("/generateParam/expandPrompt").isBoolean()).isTrue();
    MediaChecks.assertClip(client.get(done.at("/videoInfo/videoUrl").asText()));
    MediaChecks.assertPicture(client.get(done.at("/videoInfo/imageUrl").asText()));
  }

  @Test
  void aRunwayExtensionNamesItsParent() {
    String parent =
        client.submit(
            "/api/v1/runway/generate",
            "{'prompt':'a walk','duration':10,'quality':'720p','imageUrl':'https://a.example/1'}");
    CLOCK.move(TAKES);

    String id =
        client.submit(
            "/api/v1/runway/extend",
            "{'taskId':'" + parent + "','prompt':'and a run','quality':'720p'}");

    JsonNode done = after(TAKES, "/api/v1/runway/record-detail?taskId=" + id);
    assertThat(done.path("state").asText()).isEqualTo("success");
    assertThat(done.path("parentTaskId").asText()).isEqualTo(parent);
    MediaChecks.assertClip(client.get(done.at("/videoInfo/videoUrl").asText()));
  }

  @Test
  void workOnATaskThatDoesNotExistIsTakenAndFailsLater() {
    String id =
        client.submit(
            "/api/v1/runway/extend", "{'taskId':'gone','prompt':'and a run','quality':'720p'}");

    JsonNode end = after(TAKES, "/api/v1/runway/record-detail?taskId=" + id);
    assertThat(end.path("state").asText()).isEqualTo("fail");
    assertThat(end.path("failCode").asInt()).isEqualTo(500);
  }

  @Test
  void aSunoTaskMakesTwoTracksOneAfterTheOther() {
    String id =
        client.submit(
            "/api/v1/generate",
            "{'prompt':'rain','customMode':true,'instrumental':false,"
                + "'model':'V5','style':'jazz','title':'Rain','vocalGender':'f',"
                + "'styleWeight':0.65,'callBackUrl':'http://127.0.0.1:1/'}");
    String record = "/api/v1/generate/record-info?taskId=" + id;
    assertThat(client.get(record).data().path("status").asText()).isEqualTo("PENDING");
    JsonNode text = after(TAKES.multipliedBy(4).dividedBy(10), record);
    assertThat(text.path("status").asText()).isEqualTo("TEXT_SUCCESS");
    assertThat(text.path("response").isNull()).isTrue();
    JsonNode first = after(TAKES.multipliedBy(4).dividedBy(10), record);
    assertThat(first.path("status").asText()).isEqualTo("FIRST_SUCCESS");
    assertThat(first.at("/response/sunoData")).hasSize(1);

    JsonNode done = after(TAKES, record);

    assertThat(done.path("status").asText()).isEqualTo("SUCCESS");
    assertThat(done.path("operationType").asText()).isEqualTo("generate");
    JsonNode tracks = done.at("/response/sunoData");
    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(0).path("id")).isNotEqualTo(tracks.get(1).path("id"));
    JsonNode track = tracks.get(1);
    assertThat(List.of("title", "tags", "modelName", "duration"))
        .map(name -> track.path(name).asText())
        .containsExactly("Rain", "jazz", "V5", "6.0");
    MediaChecks.assertTrack(client.get(track.path("audioUrl").asText()));
    MediaChecks.assertPicture(client.get(track.path("imageUrl").asText()));
  }

  @Test
  void aFailureNamesItsCodeInTheWayOfTheFamily() {
    String veo = client.submit("/api/v1/veo/generate", "{'prompt':'x [sim:fail]'}");
    String banned = client.submit("/api/v1/veo/generate", "{'prompt':'x [sim:moderation]'}");
    String suno =
        client.submit(
            "/api/v1/generate",
            "{'prompt':'x [sim:moderation]','customMode':false,'instrumental':true,"
                + "'model':'V4','callBackUrl':'http://127.0.0.1:1/'}");

    JsonNode failed = after(TAKES, "/api/v1/veo/record-info?taskId=" + veo);
    JsonNode rejected = client.get("/api/v1/veo/record-info?taskId=" + banned).data();
    JsonNode sensitive = client.get("/api/v1/generate/record-info?taskId=" + suno).data();
    assertThat(failed.path("successFlag").asInt()).isEqualTo(3);
    assertThat(failed.path("errorCode").asInt()).isEqualTo(500);
    assertThat(failed.path("response").isNull()).isTrue();
    assertThat(rejected.path("successFlag").asInt()).isEqualTo(3);
    assertThat(rejected.path("errorCode").asInt()).isEqualTo(400);
    assertThat(rejected.path("errorMessage").asText()).contains("content policies");
    assertThat(sensitive.path("status").asText()).isEqualTo("SENSITIVE_WORD_ERROR");
    assertThat(sensitive.path("errorCode").asInt()).isEqualTo(400);
  }
}
