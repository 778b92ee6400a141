package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.awt.image.BufferedImage;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a submit to a file, for the families that only the live dialect has. */
class FurtherFamiliesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
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

  private static double balance() {
    return client.get("/api/v1/chat/credit").data().asDouble();
  }

  @Test
  void aFluxTaskMakesOnePictureInTheShapeThatWasAskedFor() {
    String id =
        client.submit(
            "/api/v1/flux/kontext/generate",
            "{'prompt':'a fox','model':'flux-kontext-max','inputImage':'https://a.example/1.png',"
                + "'aspectRatio':'21:9','safetyTolerance':2}");
    String record = "/api/v1/flux/kontext/record-info?taskId=" + id;
    assertThat(client.get(record).data().path("response").isNull()).isTrue();

    JsonNode done = after(TAKES, record);

    assertThat(done.path("successFlag").asInt()).isEqualTo(1);
    BufferedImage picture =
        MediaChecks.assertPicture(client.get(done.at("/response/resultImageUrl").asText()));
    assertThat(picture.getWidth()).isGreaterThan(picture.getHeight() * 2);
  }

  @Test
  void anImageOfGpt4oTellsItsProgressAsAShareInText() {
    String id =
        client.submit(
            "/api/v1/gpt4o-image/generate",
            "{'size':'2:3','filesUrl':['https://a.example/1.png']}");
    String record = "/api/v1/gpt4o-image/record-info?taskId=" + id;

    JsonNode running = after(TAKES.dividedBy(4), record);
    JsonNode done = after(TAKES, record);

    assertThat(running.path("status").asText()).isEqualTo("GENERATING");
    assertThat(running.path("progress").asText()).isEqualTo("0.25");
    assertThat(done.path("status").asText()).isEqualTo("SUCCESS");
    MediaChecks.assertPicture(client.get(done.at("/response/resultUrls/0").asText()));
  }

  @Test
  void alephAndLumaMakeAClipOfAClip() {
    String clip = "'videoUrl':'https://a.example/1.mp4'";
    String aleph = client.submit("/api/v1/aleph/generate", "{'prompt':'snow'," + clip + "}");
    String luma = client.submit("/api/v1/modify/generate", "{'prompt':'snow'," + clip + "}");

    JsonNode ofAleph = after(TAKES, "/api/v1/aleph/record-info?taskId=" + aleph);
    JsonNode ofLuma = client.get("/api/v1/modify/record-info?taskId=" + luma).data();

    MediaChecks.assertClip(client.get(ofAleph.at("/response/resultVideoUrl").asText()));
    MediaChecks.assertPicture(client.get(ofAleph.at("/response/resultImageUrl").asText()));
    MediaChecks.assertClip(client.get(ofLuma.at("/response/resultUrls/0").asText()));
    assertThat(ofLuma.at("/response/originUrls/0").asText()).isEqualTo("https://a.example/1.mp4");
  }

  @Test
  void aJobOfTheMarketRepeatsItsIdAndHasItsResultInAText() throws Exception {
    double before = balance();
    Answered submit =
        client.post(
            "/api/v1/jobs/createTask",
            "{'model':'bytedance/seedream-v4-text-to-image','input':{'prompt':'a harbour',"
                + "'image_size':'portrait_16_9','max_images':2}}");
    String id = submit.data().path("taskId").asText();
    assertThat(submit.data().path("recordId").asText()).isEqualTo(id);
    assertThat(before - balance()).isEqualTo(10);
    String record = "/api/v1/jobs/recordInfo?taskId=" + id;
    JsonNode waiting = client.get(record).data();
    assertThat(waiting.path("state").asText()).isEqualTo("waiting");
    assertThat(waiting.path("resultJson").asText("none")).isEmpty();
    assertThat(after(TAKES.dividedBy(2), record).path("state").asText()).isEqualTo("generating");

    JsonNode done = after(TAKES, record);

    assertThat(done.path("state").asText()).isEqualTo("success");
    assertThat(done.path("creditsConsumed").asInt()).isEqualTo(10);
    assertThat(done.path("costTime").asInt()).isEqualTo(10);
    JsonNode result = JSON.readTree(done.path("resultJson").asText());
    assertThat(result.path("resultUrls")).hasSize(2);
    BufferedImage picture =
        MediaChecks.assertPicture(client.get(result.at("/resultUrls/0").asText()));
    assertThat(picture.getHeight()).isGreaterThan(picture.getWidth());
    JsonNode param = JSON.readTree(done.path("param").asText());
    assertThat(JSON.readTree(param.path("input").asText()).path("prompt").asText())
        .isEqualTo("a harbour");
  }

  @Test
  void aJobThatFailsCostsNothingAndSaysWhy() {
    double before = balance();
    String id =
        client.submit(
            "/api/v1/jobs/createTask",
            "{'model':'google/nano-banana','input':{'prompt':'x [sim:moderation]'}}");

    JsonNode failed = after(TAKES, "/api/v1/jobs/recordInfo?taskId=" + id);

    assertThat(failed.path("state").asText()).isEqualTo("fail");
    assertThat(failed.path("failCode").asText()).isEqualTo("400");
    assertThat(failed.path("creditsConsumed").asInt(-1)).isZero();
    assertThat(balance()).isEqualTo(before);
  }
}
