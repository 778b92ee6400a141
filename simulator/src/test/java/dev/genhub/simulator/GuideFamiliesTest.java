package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a submit to a file, for every family of the guide dialect. */
class GuideFamiliesTest {

  private static final Duration TAKES = Duration.ofSeconds(10);
  private static final MovableClock CLOCK = new MovableClock();

  private static RunningSimulator simulator;
  private static TestClient client;

  @BeforeAll
  static void start() {
    simulator =
        Simulator.start(
            SimulatorOptions.defaults()
                .withDialect(Dialect.GUIDE)
                .withClock(CLOCK)
                .withDuration(TAKES));
    client = TestClient.of(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static JsonNode ended(String family, String id) {
    CLOCK.move(TAKES);
    return client.get("/api/v1/" + family + "/record-info?taskId=" + id).json();
  }

  private static JsonNode completed(String family, String id) {
    JsonNode record = ended(family, id);
    assertThat(record.path("status").asText()).isEqualTo("completed");
    return record;
  }

  @Test
  void aSubmitIsAnsweredFlatWithAStateAndAMessage() {
    JsonNode picture =
        client.post("/api/v1/mj/generate", "{'taskType':'mj_txt2img','prompt':'a fox'}").json();
    JsonNode clip =
        client
            .post(
                "/api/v1/veo/generate",
                "{'prompt':'x [sim:takes=90s]','model':'veo3',"
                    + "'generationType':'TEXT_2_VIDEO'}")
            .json();

    assertThat(picture.path("taskId").asText()).matches("[0-9a-f]{32}");
    assertThat(picture.path("status").asText()).isEqualTo("pending");
    assertThat(picture.path("message").asText()).isEqualTo("Task created successfully");
    assertThat(clip.path("estimatedTime").asInt()).isEqualTo(90);
    assertThat(clip.path("message").asText()).isEqualTo("Video generation started");
  }

  @Test
  void aMidjourneyTaskMakesFourPictures() {
    String id =
        client.submit(
            "/api/v1/mj/generate",
            "{'taskType':'mj_img2img','prompt':'a fox','imageUrl':'https://a.example/1.png',"
                + "'strength':0.7,'aspectRatio':'16:9','stylization':100,'speed':'quality',"
                + "'model':'midjourney-6'}");
    String record = "/api/v1/mj/record-info?taskId=" + id;
    assertThat(client.get(record).json().path("status").asText()).isEqualTo("pending");
    CLOCK.move(TAKES.dividedBy(2));
    JsonNode running = client.get(record).json();
    assertThat(running.path("status").asText()).isEqualTo("processing");
    assertThat(running.path("progress").asInt()).isEqualTo(50);
    assertThat(running.has("resultInfoJson")).isFalse();

    JsonNode done = completed("mj", id);

    assertThat(done.at("/paramJson/strength").asDouble()).isEqualTo(0.7);
    assertThat(done.path("taskType").asText()).isEqualTo("mj_img2img");
    assertThat(done.path("completedAt").asText()).endsWith("Z");
    assertThat(done.at("/resultInfoJson/resultUrls")).hasSize(4);
    MediaChecks.assertPicture(client.get(done.at("/resultInfoJson/resultUrls/3").asText()));
  }

  @Test
  void aMidjourneyVideoComesInFourVariants() {
    String id =
        client.submit(
            "/api/v1/mj/generate",
            "{'taskType':'mj_video','prompt':'it runs','imageUrl':'https://a.example/1.png'}");

    JsonNode urls = completed("mj", id).at("/resultInfoJson/resultUrls");

    assertThat(urls).hasSize(4);
    MediaChecks.assertClip(client.get(urls.get(0).asText()));
  }

  @Test
  void aVeoTaskMakesAClipWithAPreview() {
    String id =
        client.submit(
            "/api/v1/veo/generate",
            "{'prompt':'waves','model':'veo3','generationType':'FIRST_AND_LAST_FRAMES_2_VIDEO',"
                + "'imageUrls':['https://a.example/1.png','https://a.example/2.png'],"
                + "'aspectRatio':'1:1','watermark':'W','enableTranslation':true,'seeds':12345}");

    JsonNode done = completed("veo", id);

    assertThat(done.path("duration").asInt()).isEqualTo(8);
    assertThat(done.path("resolution").asText()).isEqualTo("720p");
    MediaChecks.assertClip(client.get(done.path("videoUrl").asText()));
    MediaChecks.assertPicture(client.get(done.path("thumbnailUrl").asText()));
  }

  @Test
  void aRunwayTaskCanBeExtendedWithoutAPrompt() {
    String parent =
        client.submit(
            "/api/v1/runway/generate",
            "{'prompt':'a walk','duration':5,'model':'gen3_alpha_turbo',"
                + "'imageUrl':'https://a.example/1.png'}");
    completed("runway", parent);

    String id =
        client.submit(
            "/api/v1/runway/extend", "{'taskId':'" + parent + "','additionalSeconds':10}");

    JsonNode done = completed("runway", id);
    assertThat(done.path("duration").asInt()).isEqualTo(10);
    MediaChecks.assertClip(client.get(done.path("videoUrl").asText()));
  }

  @Test
  void aSunoTaskMakesTwoTracks() {
    String id =
        client.submit(
            "/api/v1/suno/generate",
            "{'prompt':'rain','model':'V4_5','customMode':true,'style':'jazz','title':'Rain',"
                + "'instrumental':true,'vocalGender':'m','negativeTags':'metal',"
                + "'styleWeight':0.5,'weirdnessConstraint':0.5,'audioWeight':1}");

    JsonNode tracks = completed("suno", id).path("tracks");

    assertThat(tracks).hasSize(2);
    assertThat(tracks.get(0).path("title").asText()).isEqualTo("Rain");
    assertThat(tracks.get(1).path("title").asText()).isEqualTo("Rain (Variation)");
    assertThat(tracks.get(0).path("style").asText()).isEqualTo("jazz");
    MediaChecks.assertTrack(client.get(tracks.get(1).path("audioUrl").asText()));
  }

  @Test
  void aFailureSaysWhy() {
    String id =
        client.submit("/api/v1/suno/generate", "{'prompt':'rain [sim:moderation]','model':'V5'}");

    JsonNode end = ended("suno", id);

    assertThat(end.path("status").asText()).isEqualTo("failed");
    assertThat(end.path("errorCode").asInt()).isEqualTo(400);
    assertThat(end.path("errorMessage").asText()).contains("content policies");
    assertThat(end.has("tracks")).isFalse();
  }
}
