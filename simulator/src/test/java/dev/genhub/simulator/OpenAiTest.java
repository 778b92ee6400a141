package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.TestClient;
import io.vertx.core.buffer.Buffer;
import java.awt.image.BufferedImage;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiTest {

  private static final String GENERATIONS = "/openai/v1/images/generations";
  private static final String EDITS = "/openai/v1/images/edits";

  private static RunningSimulator simulator;
  private static TestClient openAi;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(30)));
    openAi = TestClient.of(simulator);
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static String picture(String prompt, String more) {
    return "{'model':'gpt-image-2','prompt':'" + prompt + "'" + more + "}";
  }

  private static Answered ask(String prompt) {
    return openAi.post(GENERATIONS, picture(prompt, ""));
  }

  @Test
  void aSubmitIsAnsweredWithPicturesAndWhatTheyCost() {
    JsonNode body = openAi.post(GENERATIONS, picture("a fox", ",'n':2,'size':'1536x1024'")).json();

    assertThat(body.path("data")).hasSize(2);
    for (JsonNode picture : body.path("data")) {
      byte[] file = Base64.getDecoder().decode(picture.path("b64_json").asText());
      BufferedImage image =
          MediaChecks.assertPicture(new Answered(200, "image/png", Buffer.buffer(file)));
      assertThat(image.getWidth() * 10 / image.getHeight()).isEqualTo(15);
    }
    assertThat(body.at("/usage/output_tokens").asInt()).isEqualTo(2 * 1767);
    assertThat(body.path("output_format").asText()).isEqualTo("png");
  }

  @Test
  void picturesAreChanged() {
    String body = ",'images':[{'image_url':'https://a.example/1.png'}],'quality':'low'";

    assertThat(openAi.post(EDITS, picture("night", body)).json().at("/data/0/b64_json").asText())
        .isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'siez':'1024x1024'",
        "'size':'1000x1000'",
        "'quality':'max'",
        "'complexity':'low'",
        "'output_compression':50",
        "'n':11",
        "'images':[]",
      })
  void whatDoesNotFitIsRefused(String field) {
    Answered refused = openAi.post(GENERATIONS, picture("a fox", "," + field));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/code").asText()).isEqualTo("invalid_value");
  }

  @ParameterizedTest
  @CsvSource({
    "[sim:429], 429, rate_limit_exceeded",
    "[sim:503], 503, server_is_overloaded",
    "[sim:moderation], 400, moderation_blocked",
    "[sim:401], 401, invalid_api_key",
  })
  void refusalsAreWordedAsOpenAiWordsThem(String mark, int status, String code) {
    Answered refused = ask("a fox " + mark);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.json().at("/error/code").asText()).isEqualTo(code);
  }

  @Test
  void aKeyMayBeWrongOrItsAccountEmpty() {
    assertThat(openAi.withKey("bad").get("/openai/v1/models").status()).isEqualTo(401);
    assertThat(
            openAi
                .withKey("poor")
                .post(GENERATIONS, picture("a fox", ""))
                .json()
                .at("/error/type")
                .asText())
        .isEqualTo("insufficient_quota");
    assertThat(openAi.get("/openai/v1/models").json().path("data")).hasSize(5);
  }

  @Test
  void aLostAnswerIsChargedAllTheSame() {
    assertThatThrownBy(() -> ask("lost [sim:lost-answer]"))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(TestClient.of(simulator).get("/sim/tasks").text())
        .contains("lost [sim:lost-answer]");
  }

  @Test
  void aFailureComesAsAFaultOfTheServer() {
    assertThat(ask("a fox [sim:fail]").status()).isEqualTo(500);
    assertThat(ask("a fox [sim:taken-502]").contentType()).startsWith("text/html");
  }
}
