package dev.genhub.bench.chaos;

import dev.genhub.simulator.fault.FaultRates;
import java.time.Duration;
import java.util.Map;

/**
 * What is thrown at the hubs.
 *
 * @param generations how many are posted
 * @param kills how many times a hub is killed, the hubs taking turns
 * @param killEvery the time between two kills
 * @param rates how often what goes wrong at the provider
 */
record ChaosPlan(int generations, int kills, Duration killEvery, FaultRates rates) {

  /**
   * 5 % of submits lose their answer, 5 % are refused for their rate, 2 % meet a server error; 20 %
   * of callbacks are lost and 20 % come twice.
   */
  static FaultRates usualRates() {
    return FaultRates.of(
        Map.of(
            "lostAnswer", 0.05,
            "http429", 0.025,
            "body429", 0.025,
            "http5xx", 0.02,
            "lostCallback", 0.2,
            "duplicateCallback", 0.2));
  }

  /** How long the generations are spread over. */
  Duration length() {
    return killEvery.multipliedBy(Math.max(1, kills));
  }
}
