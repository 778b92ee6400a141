package dev.genhub.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleTest {

  private static final String INTERACTIONS = "/google/v1beta/interactions";

  private static RunningSimulator simulator;
  private static TestClient google;

  @BeforeAll
  static void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(30)));
    google = TestClient.of(simulator).withKeyIn("x-goog-api-key");
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static String body(String model, String prompt, String more) {
    return "{'model':'%s','background':true,'input':[{'type':'text','text':'%s'}]%s}"
        .formatted(model, prompt, more);
  }

  private static Answered ask(String prompt) {
    return google.post(INTERACTIONS, body("lyria-3.5", prompt, ""));
  }

  private static JsonNode ended(Answered asked, String status) {
    String id = asked.json().path("id").asText();
    assertThat(id).as(asked.text()).isNotEmpty();
    return google.awaitValue(INTERACTIONS + "/" + id, "/status", status);
  }

  @ParameterizedTest
  @CsvSource({
    "gemini-nano-banana-2.1, image, image/png",
    "gemini-omni-1.2-flash, video, video/mp4",
    "lyria-3.5, audio, audio/wav",
  })
  void aResultIsFetchedWithTheKeyThatMadeIt(String model, String type, String mimeType) {
    String format = ",'response_format':{'type':'" + type + "','delivery':'uri'}";
    JsonNode done = ended(google.post(INTERACTIONS, body(model, "a fox", format)), "completed");

    JsonNode result = done.at("/steps/0/content/1");
    assertThat(result.path("type").asText()).isEqualTo(type);
    String uri = result.path("uri").asText();
    assertThat(google.get(uri + ":download?alt=media").contentType()).isEqualTo(mimeType);
    assertThat(google.get(uri).json().path("mimeType").asText()).isEqualTo(mimeType);
    assertThat(google.withKey("another").get(uri + ":download?alt=media").status()).isEqualTo(404);
    assertThat(TestClient.of(simulator).withoutKey().get(uri + ":download?alt=media").status())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'response_format':{'type':'video'}",
        "'response_format':{'type':'audio','duration':'5s'}",
        "'response_format':{'type':'audio','delivery':'post'}",
        "'store':false",
        "'temperature':1",
      })
  void whatDoesNotFitIsRefused(String field) {
    Answered refused = google.post(INTERACTIONS, body("lyria-3.5", "a fox", "," + field));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/status").asText()).isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void aWrongKeyIsABadRequest() {
    Answered refused = google.withKey("bad").get("/google/v1beta/models");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.json().at("/error/details/0/reason").asText()).isEqualTo("API_KEY_INVALID");
  }

  @Test
  void aLimitSaysHowLongToWait() {
    JsonNode error = ask("a fox [sim:429]").json().path("error");

    assertThat(error.path("status").asText()).isEqualTo("RESOURCE_EXHAUSTED");
    assertThat(error.at("/details/1/retryDelay").asText()).isEqualTo("1.5s");
  }

  @Test
  void interactionsFailInWords() {
    assertThat(ended(ask("a fox [sim:fail]"), "failed").at("/errors/0/code").asText())
        .isEqualTo("INTERNAL");
    assertThat(ended(ask("a fox [sim:moderation]"), "failed").at("/errors/0/code").asText())
        .isEqualTo("SAFETY");
    assertThat(ended(ask("a fox [sim:unknown-state]"), "dreaming")).isNotNull();
    assertThat(google.get(INTERACTIONS + "/nothing").status()).isEqualTo(404);
  }

  @Test
  void aFileBreaksOffOnDemand() {
    JsonNode done = ended(ask("a fox [sim:file-503=1]"), "completed");
    String file = done.at("/steps/0/content/1/uri").asText() + ":download?alt=media";

    assertThat(google.get(file).status()).isEqualTo(503);
    assertThat(google.get(file).status()).isEqualTo(200);
  }
}
