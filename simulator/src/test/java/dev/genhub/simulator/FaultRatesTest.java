package dev.genhub.simulator;

import static dev.genhub.simulator.testing.Submits.MJ;
import static dev.genhub.simulator.testing.Submits.MJ_RECORD;
import static dev.genhub.simulator.testing.Submits.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.genhub.simulator.fault.FaultRates;
import dev.genhub.simulator.fault.RandomFault;
import dev.genhub.simulator.testing.Answered;
import dev.genhub.simulator.testing.CallbackReceiver;
import dev.genhub.simulator.testing.TestClient;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Faults that come at random, set at the start or over the control address. */
class FaultRatesTest {

  private static RunningSimulator with(RandomFault fault, double rate) {
    return Simulator.start(
        SimulatorOptions.defaults()
            .withDuration(Duration.ofMillis(50))
            .withSlowBy(Duration.ofMillis(300))
            .withFaultRates(FaultRates.NONE.with(fault, rate)));
  }

  private static Answered submitWith(RandomFault fault) {
    try (RunningSimulator simulator = with(fault, 1)) {
      return TestClient.of(simulator).post(MJ, picture("x"));
    }
  }

  @Test
  void aRateOfOneAppliesEveryTime() {
    assertThat(submitWith(RandomFault.HTTP_429).status()).isEqualTo(429);
    assertThat(submitWith(RandomFault.BODY_429).status()).isEqualTo(200);
    assertThat(submitWith(RandomFault.BODY_429).code()).isEqualTo(429);
    assertThat(submitWith(RandomFault.BODY_455).code()).isEqualTo(455);
    assertThat(submitWith(RandomFault.HTTP_5XX).status()).isIn(500, 503);
    assertThatThrownBy(() -> submitWith(RandomFault.LOST_ANSWER))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void tasksFailAtTheirRate() {
    try (RunningSimulator simulator = with(RandomFault.FAILED, 1)) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(MJ, picture("x"));

      client.awaitValue(MJ_RECORD + id, "/data/successFlag", "3");
    }
  }

  @Test
  void slowAnswersAreAsSlowAsTheOptionSays() {
    long before = System.nanoTime();

    assertThat(submitWith(RandomFault.SLOW).code()).isEqualTo(200);

    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void callbacksAreDoubledAtTheirRate() {
    try (CallbackReceiver receiver = new CallbackReceiver();
        RunningSimulator simulator = with(RandomFault.DUPLICATE_CALLBACK, 1)) {
      TestClient.of(simulator).submit(MJ, picture("x", receiver.url()));

      assertThat(receiver.awaitCount(2)).hasSize(2);
    }
  }

  @Test
  void callbacksAreLostAtTheirRate() {
    try (CallbackReceiver receiver = new CallbackReceiver();
        RunningSimulator simulator = with(RandomFault.LOST_CALLBACK, 1)) {
      TestClient client = TestClient.of(simulator);
      String id = client.submit(MJ, picture("x", receiver.url()));
      client.awaitValue(MJ_RECORD + id, "/data/successFlag", "1");
      client.post("/sim/faults", "{}");
      client.submit(MJ, picture("y", receiver.url()));

      assertThat(receiver.awaitCount(1))
          .singleElement()
          .satisfies(it -> assertThat(it.body().toString()).doesNotContain(id));
    }
  }

  @Test
  void aRateInBetweenAppliesNowAndThen() {
    try (RunningSimulator simulator = with(RandomFault.BODY_429, 0.5)) {
      TestClient client = TestClient.of(simulator);
      Set<Integer> codes = new HashSet<>();
      for (int i = 0; i < 100; i++) { // all the same by chance: once in 2^99 runs
        codes.add(client.post(MJ, picture("x")).code());
      }

      assertThat(codes).containsExactlyInAnyOrder(200, 429);
    }
  }

  @Test
  void theControlAddressPutsOtherRatesInForce() {
    try (RunningSimulator simulator = with(RandomFault.BODY_429, 1)) {
      TestClient client = TestClient.of(simulator).withoutKey();

      Answered changed = client.post("/sim/faults", "{'body455':1,'failed':0.25}");

      assertThat(changed.status()).isEqualTo(200);
      assertThat(client.get("/sim/faults").json()).isEqualTo(changed.json());
      assertThat(changed.json().path("failed").asDouble()).isEqualTo(0.25);
      assertThat(TestClient.of(simulator).post(MJ, picture("x")).code()).isEqualTo(455);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "{'lostAnswer':2}", "{'lostAnswer':null}", "{'lost':0.1}", "{'a'"})
  void ratesThatCannotBeAreRefusedAndChangeNothing(String body) {
    try (RunningSimulator simulator = with(RandomFault.FAILED, 0.5)) {
      TestClient client = TestClient.of(simulator);

      Answered answer = client.post("/sim/faults", body);

      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.message()).isNotBlank();
      assertThat(client.get("/sim/faults").json().path("failed").asDouble()).isEqualTo(0.5);
    }
  }
}
