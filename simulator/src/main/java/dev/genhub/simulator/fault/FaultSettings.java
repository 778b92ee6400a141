package dev.genhub.simulator.fault;

import java.time.Duration;

/**
 * How faults are.
 *
 * @param rates how often they come at random
 * @param slowBy how slow an answer is whose mark does not say it
 */
public record FaultSettings(FaultRates rates, Duration slowBy) {

  /** None at random, five seconds. */
  public static final FaultSettings USUAL =
      new FaultSettings(FaultRates.NONE, Duration.ofSeconds(5));

  /** The same with other rates. */
  public FaultSettings withRates(FaultRates other) {
    return new FaultSettings(other, slowBy);
  }

  /** The same with another slowness. */
  public FaultSettings withSlowBy(Duration other) {
    return new FaultSettings(rates, other);
  }
}
