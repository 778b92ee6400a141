package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.MJ_RECORD;
import static dev.genhub.simulator.testing.Submits.SUNO_LIVE;
import static dev.genhub.simulator.testing.Submits.picture;
import static dev.genhub.simulator.testing.Submits.song;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.CallbackReceiver.Received;
import dev.genhub.simulator.testing.MediaChecks;
import dev.genhub.simulator.testing.MovableClock;
import dev.genhub.simulator.testing.TestClient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes wrong with callbacks, on demand. */
class CallbackFaultsTest {

  private final CallbackReceiver receiver = new CallbackReceiver();
  private RunningSimulator simulator;
  private TestClient client;

  @BeforeEach
  void start() {
    simulator =
        Simulator.start(
            SimulatorOptions.defaults().withDuration(Duration.ofMillis(100)).withHmacKey("key"));
    client = TestClient.of(simulator);
  }

  @AfterEach
  void stop() {
    simulator.close();
    receiver.close();
  }

  private String submit(String words) {
    return client.submit(MJ, picture("x " + words, receiver.url()));
  }

  @Test
  void aLostCallbackDoesNotCome() {
    String lost = submit("[sim:lost-callback]");
    client.awaitValue(MJ_RECORD + lost, "/data/successFlag", "1");

    String later = submit("");

    assertThat(receiver.awaitCount(1))
        .singleElement()
        .satisfies(it -> assertThat(it.body().at("/data/taskId").asText()).isEqualTo(later));
  }

  @Test
  void aDuplicateCallbackComesTwice() {
    submit("[sim:duplicate-callback]");

    List<Received> both = receiver.awaitCount(2);

    assertThat(both.get(0).body()).isEqualTo(both.get(1).body());
  }

  @Test
  void anEarlyCallbackComesBeforeTheAnswerAndTheTaskHasEndedByThen() {
    String id = submit("[sim:early-callback] [sim:takes=30s]");

    assertThat(receiver.received())
        .singleElement()
        .satisfies(it -> assertThat(it.body().at("/data/taskId").asText()).isEqualTo(id));
    assertThat(client.get(MJ_RECORD + id).data().path("successFlag").asInt()).isEqualTo(1);
  }

  @Test
  void aHastyCallbackSaysSuccessWhileTheRecordDoesNot() {
    SimulatorOptions timeless =
        SimulatorOptions.defaults()
            .withDuration(Duration.ofMillis(100))
            .withClock(new MovableClock());
    try (RunningSimulator standing = Simulator.start(timeless)) {
      TestClient observer = TestClient.of(standing);
      String id = observer.submit(MJ, picture("x [sim:hasty-callback]", receiver.url()));

      JsonNode callback = receiver.awaitCount(1).get(0).body();

      assertThat(callback.path("code").asInt()).isEqualTo(200);
      assertThat(callback.at("/data/resultUrls")).hasSize(4);
      assertThat(observer.get(MJ_RECORD + id).data().path("successFlag").asInt(-1)).isZero();
    }
  }

  @Test
  void callbacksOutOfOrderBeginWithTheLast() {
    client.submit(SUNO_LIVE, song("x [sim:out-of-order-callback]", receiver.url()));

    assertThat(receiver.awaitCount(3))
        .extracting(it -> it.body().at("/data/callbackType").asText())
        .containsExactly("complete", "text", "first");
  }

  @Test
  void aForgedCallbackSaysSuccessWithResultsThatAreNotTheTasks() {
    String id = submit("[sim:forged-callback] [sim:fail]");

    List<Received> both = receiver.awaitCount(2);

    JsonNode forged = both.get(0).body();
    assertThat(forged.path("code").asInt()).isEqualTo(200);
    assertThat(forged.at("/data/taskId").asText()).isEqualTo(id);
    String url = forged.at("/data/resultUrls/0").asText();
    assertThat(url).contains("/files/forged/").doesNotContain(id);
    MediaChecks.assertPicture(client.get(url));
    assertThat(both.get(0).signature()).isNotEmpty();
    assertThat(both.get(1).body().path("code").asInt()).isEqualTo(500);
  }

  @Test
  void anUnsignedCallbackIsForgedByWhoeverHasNoKey() {
    submit("[sim:unsigned-callback]");

    List<Received> both = receiver.awaitCount(2);

    assertThat(both.get(0).body().at("/data/resultUrls/0").asText()).contains("/files/forged/");
    assertThat(both.get(0).signature()).isEmpty();
    assertThat(both.get(1).signature()).isNotEmpty();
  }

  @Test
  void aTaskThatNeverEndsReportsItsStagesButNoEnd() {
    client.submit(SUNO_LIVE, song("x [sim:never-ends]", receiver.url()));
    receiver.awaitCount(2);
    submit("[sim:takes=300ms]");

    assertThat(receiver.awaitCount(3))
        .extracting(it -> it.body().at("/data/callbackType").asText())
        .containsExactly("text", "first", "");
  }
}
