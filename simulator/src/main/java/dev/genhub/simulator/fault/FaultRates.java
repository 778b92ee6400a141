package dev.genhub.simulator.fault;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * How often what goes wrong, from 0 (never, also for faults that are absent) to 1 (always). In
 * JSON: {@code {"lostAnswer": 0.05, "http429": 0.1}}.
 */
public final class FaultRates {

  /** Nothing goes wrong. */
  public static final FaultRates NONE = new FaultRates(Map.of());

  private final Map<RandomFault, Double> rates;

  private FaultRates(Map<RandomFault, Double> rates) {
    this.rates = Collections.unmodifiableMap(rates);
  }

  /**
   * Reads rates by their names in JSON.
   *
   * @throws IllegalArgumentException if a name or a rate is wrong; the message says what is right
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static FaultRates of(Map<String, Double> byKey) {
    FaultRates rates = NONE;
    for (Map.Entry<String, Double> entry : byKey.entrySet()) {
      Double rate = entry.getValue();
      if (rate == null) {
        throw new IllegalArgumentException("the rate of " + entry.getKey() + " is null");
      }
      rates = rates.with(fault(entry.getKey()), rate);
    }
    return rates;
  }

  private static RandomFault fault(String key) {
    return Arrays.stream(RandomFault.values())
        .filter(fault -> fault.key().equals(key))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no rate '"
                        + key
                        + "', there are "
                        + Arrays.stream(RandomFault.values())
                            .map(RandomFault::key)
                            .collect(Collectors.joining(", "))));
  }

  /**
   * The same with another rate for one fault.
   *
   * @throws IllegalArgumentException unless the rate is from 0 to 1
   */
  public FaultRates with(RandomFault fault, double rate) {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException(
          "the rate of " + fault.key() + " is " + rate + ", it must be from 0 to 1");
    }
    Map<RandomFault, Double> changed = new EnumMap<>(RandomFault.class);
    changed.putAll(rates);
    changed.put(fault, rate);
    return new FaultRates(changed);
  }

  /** The rates by their names in JSON. */
  @JsonValue
  public Map<String, Double> byKey() {
    Map<String, Double> byKey = new TreeMap<>();
    rates.forEach((fault, rate) -> byKey.put(fault.key(), rate));
    return byKey;
  }

  /** What goes wrong this time. */
  List<Mark> draw(RandomGenerator chance) {
    List<Mark> drawn = new ArrayList<>();
    rates.forEach(
        (fault, rate) -> {
          if (rate > 0 && chance.nextDouble() < rate) {
            drawn.add(fault.mark(chance));
          }
        });
    return drawn;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FaultRates that && rates.equals(that.rates);
  }

  @Override
  public int hashCode() {
    return rates.hashCode();
  }

  @Override
  public String toString() {
    return byKey().toString();
  }
}
