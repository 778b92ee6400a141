package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import java.util.List;
import org.jcodec.common.model.Picture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a submit to a file, for every family of the live dialect. */
class LiveFamiliesTest {

  private static RunningSimulator simulator;
  private static TestClient client;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(150)));
    client = TestClient.of(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
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

    JsonNode done =
        client
            .awaitValue("/api/v1/mj/record-info?taskId=" + id, "/data/successFlag", "1")
            .path("data");

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

    JsonNode done =
        client.awaitValue("/api/v1/mj/record-info?taskId=" + id, "/data/successFlag", "1");

    JsonNode urls = done.at("/data/resultInfoJson/resultUrls");
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

    JsonNode done =
        client
            .awaitValue("/api/v1/veo/record-info?taskId=" + id, "/data/successFlag", "1")
            .path("data");

    assertThat(done.path("completeTime").asLong() - done.path("createTime").asLong())
        .isEqualTo(150);
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
            "{'prompt':'a walk [sim:takes=400ms]','duration':5,'quality':'720p',"
                + "'aspectRatio':'16:9'}");
    String record = "/api/v1/runway/record-detail?taskId=" + id;
    assertThat(client.get(record).data().path("state").asText()).isIn("wait", "queueing");
    client.awaitValue(record, "/data/state", "generating");

    JsonNode done = client.awaitValue(record, "/data/state", "success").path("data");

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
    client.awaitValue("/api/v1/runway/record-detail?taskId=" + parent, "/data/state", "success");

    String id =
        client.submit(
            "/api/v1/runway/extend",
            "{'taskId':'" + parent + "','prompt':'and a run','quality':'720p'}");

    JsonNode done =
        client.awaitValue("/api/v1/runway/record-detail?taskId=" + id, "/data/state", "success");
    assertThat(done.at("/data/parentTaskId").asText()).isEqualTo(parent);
    MediaChecks.assertClip(client.get(done.at("/data/videoInfo/videoUrl").asText()));
  }

  @Test
  void workOnATaskThatDoesNotExistIsTakenAndFailsLater() {
    String id =
        client.submit(
            "/api/v1/runway/extend", "{'taskId':'gone','prompt':'and a run','quality':'720p'}");

    JsonNode end =
        client.awaitValue("/api/v1/runway/record-detail?taskId=" + id, "/data/state", "fail");
    assertThat(end.at("/data/failCode").asInt()).isEqualTo(500);
  }

  @Test
  void aSunoTaskMakesTwoTracksOneAfterTheOther() {
    String id =
        client.submit(
            "/api/v1/generate",
            "{'prompt':'rain [sim:takes=600ms]','customMode':true,'instrumental':false,"
                + "'model':'V5','style':'jazz','title':'Rain','vocalGender':'f',"
                + "'styleWeight':0.65,'callBackUrl':'http://127.0.0.1:1/'}");
    String record = "/api/v1/generate/record-info?taskId=" + id;
    assertThat(client.get(record).data().path("status").asText()).isEqualTo("PENDING");
    JsonNode text = client.awaitValue(record, "/data/status", "TEXT_SUCCESS");
    assertThat(text.at("/data/response").isNull()).isTrue();
    JsonNode first = client.awaitValue(record, "/data/status", "FIRST_SUCCESS");
    assertThat(first.at("/data/response/sunoData")).hasSize(1);

    JsonNode done = client.awaitValue(record, "/data/status", "SUCCESS").path("data");

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

    JsonNode failed =
        client.awaitValue("/api/v1/veo/record-info?taskId=" + veo, "/data/successFlag", "3");
    JsonNode rejected =
        client.awaitValue("/api/v1/veo/record-info?taskId=" + banned, "/data/successFlag", "3");
    JsonNode sensitive =
        client.awaitValue(
            "/api/v1/generate/record-info?taskId=" + suno, "/data/status", "SENSITIVE_WORD_ERROR");
    assertThat(failed.at("/data/errorCode").asInt()).isEqualTo(500);
    assertThat(failed.at("/data/response").isNull()).isTrue();
    assertThat(rejected.at("/data/errorCode").asInt()).isEqualTo(400);
    assertThat(rejected.at("/data/errorMessage").asText()).contains("content policies");
    assertThat(sensitive.at("/data/errorCode").asInt()).isEqualTo(400);
  }
}
