package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.SUNO_LIVE;
import static dev.genhub.simulator.testing.Submits.picture;
import static dev.genhub.simulator.testing.Submits.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.CallbackReceiver.Received;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What callbacks say, how they are signed and repeated. */
class CallbacksTest {

  private static final String HMAC_KEY = "webhook-schlüssel";

  private final CallbackReceiver receiver = new CallbackReceiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  private static SimulatorOptions quick() {
    return SimulatorOptions.defaults()
        .withDuration(Duration.ofMillis(100))
        .withCallbackTimes(Duration.ofSeconds(15), Duration.ofMillis(20));
  }

  @Test
  void midjourneyReportsPlainAddressesAndTheRequestAsText() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(MJ, picture("a fox", receiver.url()));

      JsonNode body = receiver.awaitCount(1).get(0).body();

      assertThat(body.path("code").asInt()).isEqualTo(200);
      assertThat(body.at("/data/taskId").asText()).isEqualTo(id);
      assertThat(body.at("/data/promptJson").asText()).contains("\"prompt\":\"a fox\"");
      assertThat(body.at("/data/resultUrls")).hasSize(4);
      MediaChecks.assertPicture(client.get(body.at("/data/resultUrls/0").asText()));
    }
  }

  @Test
  void aMidjourneyFailureHasCode500AndNoAddresses() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient.of(simulator).submit(MJ, picture("a fox [sim:moderation]", receiver.url()));

      JsonNode body = receiver.awaitCount(1).get(0).body();

      assertThat(body.path("code").asInt()).isEqualTo(500);
      assertThat(body.at("/data/resultUrls").isArray()).isTrue();
      assertThat(body.at("/data/resultUrls")).isEmpty();
    }
  }

  @Test
  void veoReportsItsClipInInfoAndFailuresWithout() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient client = TestClient.of(simulator);
      String submit = "{'prompt':'x%s','callBackUrl':'" + receiver.url() + "'}";
      String id = client.submit("/api/v1/veo/generate", submit.formatted(""));
      JsonNode done = receiver.awaitCount(1).get(0).body();
      client.submit("/api/v1/veo/generate", submit.formatted(" [sim:fail]"));
      JsonNode failed = receiver.awaitCount(2).get(1).body();
      client.submit("/api/v1/veo/generate", submit.formatted(" [sim:moderation]"));
      JsonNode rejected = receiver.awaitCount(3).get(2).body();

      assertThat(done.path("code").asInt()).isEqualTo(200);
      assertThat(done.at("/data/taskId").asText()).isEqualTo(id);
      assertThat(done.at("/data/info/resultUrls")).hasSize(1);
      assertThat(done.at("/data/info/resolution").asText()).isEqualTo("720p");
      assertThat(failed.path("code").asInt()).isEqualTo(501);
      assertThat(failed.path("data").has("info")).isFalse();
      assertThat(rejected.path("code").asInt()).isEqualTo(400);
    }
  }

  @Test
  void runwayReportsInSnakeCase() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      String id =
          TestClient.of(simulator)
              .submit(
                  "/api/v1/runway/generate",
                  "{'prompt':'x','duration':5,'quality':'720p','aspectRatio':'1:1',"
                      + "'callBackUrl':'"
                      + receiver.url()
                      + "'}");

      JsonNode data = receiver.awaitCount(1).get(0).body().path("data");

      assertThat(data.path("task_id").asText()).isEqualTo(id);
      assertThat(data.path("video_id").asText()).isNotBlank();
      assertThat(data.path("video_url").asText()).endsWith("/files/" + id + "/0.mp4");
      assertThat(data.path("image_url").asText()).endsWith("/files/" + id + "/thumb.png");
    }
  }

  @Test
  void sunoReportsInThreeStages() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      String id = TestClient.of(simulator).submit(SUNO_LIVE, song("rain", receiver.url()));

      List<JsonNode> stages =
          receiver.awaitCount(3).stream().map(it -> it.body().path("data")).toList();

      assertThat(stages)
          .extracting(data -> data.path("callbackType").asText() + data.path("data").size())
          .containsExactly("text0", "first1", "complete2");
      assertThat(stages).allMatch(data -> data.path("task_id").asText().equals(id));
      JsonNode track = stages.get(2).path("data").get(1);
      assertThat(track.path("audio_url").asText()).endsWith("/files/" + id + "/1.wav");
      assertThat(track.path("model_name").asText()).isEqualTo("V5");
      assertThat(track.path("createTime").isIntegralNumber()).isTrue();
    }
  }

  @Test
  void aSunoFailureIsAnErrorWithoutTracks() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient.of(simulator).submit(SUNO_LIVE, song("rain [sim:fail]", receiver.url()));

      JsonNode body = receiver.awaitCount(1).get(0).body();

      assertThat(body.path("code").asInt()).isEqualTo(501);
      assertThat(body.at("/data/callbackType").asText()).isEqualTo("error");
      assertThat(body.at("/data/data")).isEmpty();
    }
  }

  @Test
  void theGuideDialectReportsTheRecord() {
    try (RunningSimulator simulator = Simulator.start(quick().withDialect(Dialect.GUIDE))) {
      String id = TestClient.of(simulator).submit(MJ, picture("a fox", receiver.url()));

      JsonNode body = receiver.awaitCount(1).get(0).body();

      assertThat(body.path("taskId").asText()).isEqualTo(id);
      assertThat(body.path("status").asText()).isEqualTo("completed");
      assertThat(body.path("callbackType").asText()).isEqualTo("complete");
      assertThat(body.at("/resultInfoJson/resultUrls")).hasSize(4);
    }
  }

  @Test
  void theSignatureCoversTheTaskIdAndTheTime() throws GeneralSecurityException {
    try (RunningSimulator simulator = Simulator.start(quick().withHmacKey(HMAC_KEY))) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(MJ, picture("a fox", receiver.url()));

      Received callback = receiver.awaitCount(1).get(0);

      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(HMAC_KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] expected =
          mac.doFinal((id + "." + callback.timestamp()).getBytes(StandardCharsets.UTF_8));
      assertThat(Base64.getDecoder().decode(callback.signature())).isEqualTo(expected);
      assertThat(Instant.ofEpochSecond(Long.parseLong(callback.timestamp())))
          .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }
  }

  @Test
  void withoutAKeyNothingIsSigned() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient.of(simulator).submit(MJ, picture("a fox", receiver.url()));

      Received callback = receiver.awaitCount(1).get(0);

      assertThat(callback.signature()).isEmpty();
      assertThat(callback.timestamp()).isEmpty();
    }
  }

  @Test
  void aCallbackThatIsNotTakenIsRepeatedUntilItIs() {
    receiver.refusing(2);
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient client = TestClient.of(simulator);
      client.submit(MJ, picture("a fox", receiver.url()));
      receiver.awaitCount(3);
      client.submit(MJ, picture("another", receiver.url()));

      List<Received> all = receiver.awaitCount(4);

      assertThat(all.get(0)).isEqualTo(all.get(1)).isEqualTo(all.get(2)).isNotEqualTo(all.get(3));
    }
  }

  @Test
  void aCallbackThatIsNotAnsweredInTimeIsRepeated() {
    receiver.silentTo(1);
    SimulatorOptions impatient =
        quick().withCallbackTimes(Duration.ofMillis(200), Duration.ofMillis(20));
    try (RunningSimulator simulator = Simulator.start(impatient)) {
      TestClient.of(simulator).submit(MJ, picture("a fox", receiver.url()));

      List<Received> both = receiver.awaitCount(2);

      assertThat(both.get(0)).isEqualTo(both.get(1));
    }
  }

  @Test
  void aCallbackIsGivenUpAfterThreeRepeats() {
    receiver.refusing(4);
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient client = TestClient.of(simulator);
      client.submit(MJ, picture("a fox", receiver.url()));
      receiver.awaitCount(4);
      client.submit(MJ, picture("another [sim:takes=300ms]", receiver.url()));

      List<Received> all = receiver.awaitCount(5);

      assertThat(all.get(4)).isNotEqualTo(all.get(3));
      assertThat(all).hasSize(5);
    }
  }

  @Test
  void anAddressWhereNobodyListensHarmsNobody() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient client = TestClient.of(simulator);
      client.submit(MJ, picture("a fox", "http://127.0.0.1:1/"));
      client.submit(MJ, picture("a fox", "https://callback.invalid/"));
      client.submit(MJ, picture("a fox [sim:takes=200ms]", receiver.url()));

      assertThat(receiver.awaitCount(1)).hasSize(1);
    }
  }
}
