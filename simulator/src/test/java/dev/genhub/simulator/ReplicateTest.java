package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.TestClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicateTest {

  private static final String SCHNELL =
      "/replicate/v1/models/black-forest-labs/flux-schnell/predictions";
  private static final String MUSIC = "/replicate/v1/models/minimax/music-1.5/predictions";
  private static final String SECRET = "whsec_c2ltdWxhdG9yLXNlY3JldA==";

  private static RunningSimulator simulator;
  private static TestClient replicate;

  @BeforeAll
  static void start() {
    simulator =
        Simulator.start(
            SimulatorOptions.defaults().withDuration(Duration.ofMillis(30)).withHmacKey(SECRET));
    replicate = TestClient.of(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static JsonNode ended(Answered asked, String status) {
    String id = asked.json().path("id").asText();
    assertThat(id).as(asked.text()).isNotEmpty();
    return replicate.awaitValue("/replicate/v1/predictions/" + id, "/status", status);
  }

  @Test
  void picturesComeAsAListAndASongAlone() {
    JsonNode pictures =
        ended(replicate.post(SCHNELL, "{'input':{'prompt':'a fox','num_outputs':2}}"), "succeeded");
    JsonNode song =
        ended(
            replicate.post(MUSIC, "{'input':{'prompt':'calm','lyrics':'[verse] Rain, rain'}}"),
            "succeeded");

    assertThat(pictures.path("output")).hasSize(2);
    MediaChecks.assertPicture(replicate.get(pictures.at("/output/1").asText()));
    MediaChecks.assertTrack(replicate.get(song.path("output").asText()));
  }

  @Test
  void aCallbackIsThePredictionAndItsBodyIsSigned() throws Exception {
    try (CallbackReceiver receiver = new CallbackReceiver()) {
      String body = "{'input':{'prompt':'a fox'},'webhook':'%s'}".formatted(receiver.url());
      String id = replicate.post(SCHNELL, body).json().path("id").asText();

      CallbackReceiver.Received received = receiver.awaitCount(1).get(0);
      assertThat(received.body().path("id").asText()).isEqualTo(id);
      assertThat(received.body().path("status").asText()).isEqualTo("succeeded");
      String signed =
          String.join(
              ".",
              received.header("webhook-id"),
              received.header("webhook-timestamp"),
              received.text());
      assertThat(received.header("webhook-signature")).isEqualTo("v1," + hmac(signed));
    }
  }

  private static String hmac(String text) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec("simulator-secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'input':{'prompt':'a fox','steps':4}} | 422",
        "{'input':{}} | 422",
        "{'input':{'prompt':'[sim:429]'}} | 429",
        "{'input':{'prompt':'[sim:402]'}} | 402",
      })
  void refusalsAreWordedAsReplicateWordsThem(String body, int status) {
    Answered refused = replicate.post(SCHNELL, body);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().path("detail").asText()).isNotEmpty();
    assertThat(refused.json().path("retry_after").asInt()).isEqualTo(status == 429 ? 1 : 0);
  }

  @Test
  void predictionsFailInWords() {
    assertThat(
            ended(replicate.post(SCHNELL, "{'input':{'prompt':'[sim:moderation]'}}"), "failed")
                .path("error")
                .asText())
        .contains("NSFW");
    assertThat(replicate.withKey("bad").get("/replicate/v1/account").status()).isEqualTo(401);
    assertThat(replicate.get("/replicate/v1/predictions/nothing").status()).isEqualTo(404);
  }
}
