package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.MJ_RECORD;
import static dev.genhub.simulator.testing.Submits.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults of submits: which are taken, and how the answers come. */
class SubmitFaultsTest {

  private RunningSimulator simulator;
  private TestClient client;

  @BeforeEach
  void start() {
    simulator = Simulator.start(SimulatorOptions.defaults().withDuration(Duration.ofMillis(50)));
    client = TestClient.of(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private JsonNode tasks() {
    return client.get("/sim/tasks").json();
  }

  @ParameterizedTest
  @CsvSource({
    "401, 200, 401",
    "402, 200, 402",
    "422, 200, 422",
    "429, 200, 429",
    "455, 200, 455",
    "500, 200, 500",
    "body-429, 200, 429",
    "body-455, 200, 455",
    "http-401, 401, 401",
    "http-402, 402, 402",
    "http-422, 422, 422",
    "http-429, 429, 429",
    "http-455, 455, 455"
  })
  void aRefusalComesAsTheWordSaysAndMakesNoTask(String word, int status, int code) {
    Answered answer = client.post(MJ, picture("x [sim:" + word + "]"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).isNotBlank();
    assertThat(tasks()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 503})
  void aGatewayThatFailsExplainsNothingAndMakesNoTask(int status) {
    Answered answer = client.post(MJ, picture("x [sim:http-" + status + "]"));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.contentType()).startsWith("text/html");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void taken500LooksTheSameAlthoughTheTaskIsMade() {
    Answered refused = client.post(MJ, picture("x [sim:http-500]"));

    Answered taken = client.post(MJ, picture("x [sim:taken-500]"));

    assertThat(taken).isEqualTo(refused);
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void inTheGuideDialectAUsualRefusalIsAnHttpStatus() {
    SimulatorOptions guide = SimulatorOptions.defaults().withDialect(Dialect.GUIDE);
    try (RunningSimulator guided = Simulator.start(guide)) {
      Answered answer = TestClient.of(guided).post(MJ, picture("x [sim:429]"));

      assertThat(answer.status()).isEqualTo(429);
      assertThat(answer.message()).contains("frequency");
    }
  }

  @Test
  void aCountedRefusalLetsTheNextSubmitOfThePromptPass() {
    String counted = picture("x [sim:http-429=2]");
    assertThat(client.post(MJ, counted).status()).isEqualTo(429);
    assertThat(client.post(MJ, picture("y [sim:http-429=2]")).status()).isEqualTo(429);
    assertThat(client.post(MJ, counted).status()).isEqualTo(429);

    assertThat(client.post(MJ, counted).code()).isEqualTo(200);
    assertThat(client.post(MJ, counted).code()).isEqualTo(200);
    assertThat(client.post(MJ, picture("y [sim:http-429=2]")).status()).isEqualTo(429);
    assertThat(tasks()).hasSize(2);
  }

  @Test
  void anUncountedRefusalNeverPasses() {
    for (int attempt = 0; attempt < 4; attempt++) {
      assertThat(client.post(MJ, picture("x [sim:http-429]")).status()).isEqualTo(429);
    }
  }

  @Test
  void severalCountedRefusalsApplyOneAfterTheOther() {
    String prompt = picture("x [sim:http-503=1] [sim:body-455=1]");

    assertThat(client.post(MJ, prompt).status()).isEqualTo(503);
    assertThat(client.post(MJ, prompt).code()).isEqualTo(455);
    assertThat(client.post(MJ, prompt).code()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lost-answer", "cut-answer"})
  void aLostAnswerLeavesATaskThatNobodyKnows(String word) {
    assertThatThrownBy(() -> client.post(MJ, picture("x [sim:" + word + "]")))
        .isInstanceOf(UncheckedIOException.class);

    assertThat(tasks()).hasSize(1);
    String id = tasks().get(0).path("id").asText();
    client.awaitValue(MJ_RECORD + id, "/data/successFlag", "1");
  }

  @Test
  void aTruncatedAnswerIsWholeHttpButHalfJson() {
    Answered answer = client.post(MJ, picture("x [sim:truncated-answer]"));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text()).startsWith("{\"code\":200").doesNotEndWith("}");
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void aMalformedAnswerIsHtml() {
    Answered answer = client.post(MJ, picture("x [sim:malformed-answer]"));

    assertThat(answer.text()).startsWith("<html>");
    assertThat(tasks()).hasSize(1);
  }

  @Test
  void aSlowAnswerTakesItsTimeAndIsRight() {
    Instant before = Instant.now();

    Answered answer = client.post(MJ, picture("x [sim:slow=300ms]"));

    assertThat(answer.code()).isEqualTo(200);
    assertThat(Duration.between(before, Instant.now()))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void everyAnswerIsKeptBackByTheLatency() {
    SimulatorOptions slow = SimulatorOptions.defaults().withLatency(Duration.ofMillis(200));
    try (RunningSimulator slowly = Simulator.start(slow)) {
      Instant before = Instant.now();

      TestClient.of(slowly).get("/api/v1/chat/credit");

      assertThat(Duration.between(before, Instant.now()))
          .isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "flail, there is no such word",
    "fail=1, fail takes no value",
    "http-429=many, not a number of times",
    "http-429=0, not a number of times",
    "http-200, there is no such word",
    "slow=soon, is not a duration",
    "slow=1h, more than 5m",
    "takes, is not a duration"
  })
  void aWordThatCannotBeReadIsAnErrorOfTheRequest(String word, String why) {
    Answered answer = client.post(MJ, picture("x [sim:" + word + "]"));

    assertThat(answer.code()).isEqualTo(422);
    assertThat(answer.message()).contains(why);
    assertThat(tasks()).isEmpty();
  }

  @Test
  void aWordIsFoundInAnyTextOfTheRequest() {
    Answered answer =
        client.post(
            "/api/v1/generate",
            "{'customMode':true,'instrumental':true,'model':'V5','style':'jazz',"
                + "'title':'t [sim:429]','callBackUrl':'http://127.0.0.1:1/'}");

    assertThat(answer.code()).isEqualTo(429);
  }
}
