package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.picture;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What submits cost, and who can pay. */
class AccountsTest {

  private static SimulatorOptions quick() {
    return SimulatorOptions.defaults().withDuration(Duration.ofMillis(50));
  }

  private static BigDecimal balance(TestClient client) {
    Answered answer = client.get("/api/v1/chat/credit");
    assertThat(answer.data().isNumber()).as(answer.text()).isTrue();
    return answer.data().decimalValue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','speed':'relaxed'} | 3
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x'}                   | 8
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x','speed':'turbo'}   | 16
          mj/generate     | {'taskType':'mj_video','prompt':'x','fileUrl':'http://a/'} | 60
          veo/generate    | {'prompt':'x'}                                           | 60
          veo/generate    | {'prompt':'x','model':'veo3','resolution':'4k'}          | 380
          veo/generate    | {'prompt':'x','model':'veo3_lite','resolution':'1080p'}  | 35
          runway/generate | {'prompt':'x','duration':5,'quality':'720p','imageUrl':'http://a/'} | 12
          runway/generate | {'prompt':'x','duration':10,'quality':'720p','imageUrl':'http://a/'} | 30
          runway/generate | {'prompt':'x','duration':5,'quality':'1080p','imageUrl':'http://a/'} | 30
          runway/extend   | {'taskId':'1','prompt':'x','quality':'720p'}             | 12
          generate        | {'prompt':'x','customMode':false,'instrumental':true,'model':'V5','callBackUrl':'http://127.0.0.1:1/'} | 12
          """)
  void theLiveDialectChargesThePublishedPrices(String path, String body, int credits) {
    try (RunningSimulator simulator =
        Simulator.start(quick().withDuration(Duration.ofMinutes(5)).withCredits(thousand()))) {
      TestClient client = TestClient.of(simulator);

      client.submit("/api/v1/" + path, body);

      assertThat(balance(client)).isEqualByComparingTo(BigDecimal.valueOf(1000 - credits));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mj/generate     | {'taskType':'mj_txt2img','prompt':'x'}                          | 8
          mj/generate     | {'taskType':'mj_video','prompt':'x','imageUrl':'http://a/'}     | 40
          veo/generate    | {'prompt':'x','model':'veo3','generationType':'TEXT_2_VIDEO'}   | 400
          veo/generate    | {'prompt':'x','model':'veo3_fast','generationType':'TEXT_2_VIDEO'} | 80
          runway/generate | {'prompt':'x'}                                                  | 12
          runway/extend   | {'taskId':'1','additionalSeconds':10}                           | 30
          suno/generate   | {'prompt':'x','model':'V4'}                                     | 30
          """)
  void theGuideDialectChargesThePricesOfTheGuide(String path, String body, int credits) {
    SimulatorOptions guide =
        quick()
            .withDialect(Dialect.GUIDE)
            .withDuration(Duration.ofMinutes(5))
            .withCredits(thousand());
    try (RunningSimulator simulator = Simulator.start(guide)) {
      TestClient client = TestClient.of(simulator);

      client.submit("/api/v1/" + path, body);

      assertThat(balance(client)).isEqualByComparingTo(BigDecimal.valueOf(1000 - credits));
    }
  }

  private static BigDecimal thousand() {
    return BigDecimal.valueOf(1000);
  }

  @Test
  void whoHasTooFewCreditsIsRefusedAndPaysNothing() {
    try (RunningSimulator simulator = Simulator.start(quick().withCredits(BigDecimal.TEN))) {
      TestClient client = TestClient.of(simulator);
      client.submit(MJ, picture("x"));

      Answered refused = client.post(MJ, picture("x"));

      assertThat(refused.code()).isEqualTo(402);
      assertThat(balance(client)).isEqualByComparingTo("2");
      assertThat(client.withKey("another").post(MJ, picture("x")).code()).isEqualTo(200);
      assertThat(client.get("/sim/tasks").json()).hasSize(2);
    }
  }

  @Test
  void aPoorKeyHasNoCredits() {
    try (RunningSimulator simulator = Simulator.start(quick())) {
      TestClient poor = TestClient.of(simulator).withKey("poor-1");

      assertThat(balance(poor)).isEqualByComparingTo("0");
      assertThat(poor.post(MJ, picture("x")).code()).isEqualTo(402);
    }
    SimulatorOptions guide = quick().withDialect(Dialect.GUIDE);
    try (RunningSimulator simulator = Simulator.start(guide)) {
      TestClient poor = TestClient.of(simulator).withKey("poor-1");

      assertThat(poor.post(MJ, picture("x")).status()).isEqualTo(402);
    }
  }

  @Test
  void aFailedTaskGivesItsCreditsBackWhenItEnds() {
    MovableClock clock = new MovableClock();
    try (RunningSimulator simulator =
        Simulator.start(quick().withCredits(thousand()).withClock(clock))) {
      TestClient client = TestClient.of(simulator);
      client.submit(MJ, picture("x [sim:fail]"));
      client.submit(MJ, picture("y"));
      assertThat(balance(client)).isEqualByComparingTo("984");

      clock.move(Duration.ofMillis(50));

      assertThat(balance(client)).isEqualByComparingTo("992");
      JsonNode credits = client.get("/sim/summary").json().path("credits");
      assertThat(credits.path("charged").decimalValue()).isEqualByComparingTo("16");
      assertThat(credits.path("paidBack").decimalValue()).isEqualByComparingTo("8");
      assertThat(credits.path("spent").decimalValue()).isEqualByComparingTo("8");
    }
  }

  @Test
  void anAccountThatSendsMoreThanItMayIsRefused() {
    MovableClock clock = new MovableClock();
    try (RunningSimulator simulator =
        Simulator.start(quick().withSubmitsPer10s(3).withClock(clock))) {
      TestClient client = TestClient.of(simulator);
      for (int i = 0; i < 3; i++) {
        client.submit(MJ, picture("x"));
      }

      assertThat(client.post(MJ, picture("x")).code()).isEqualTo(429);
      assertThat(client.withKey("another").post(MJ, picture("x")).code()).isEqualTo(200);
      clock.move(Duration.ofSeconds(10));
      assertThat(client.post(MJ, picture("x")).code()).isEqualTo(200);
    }
  }
}
