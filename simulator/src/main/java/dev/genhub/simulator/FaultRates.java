package dev.genhub.simulator;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** How often what goes wrong, each from 0 to 1. */
@JsonIgnoreProperties(ignoreUnknown = false)
public record FaultRates(
    double lostAnswer,
    double slow,
    double http429,
    double body429,
    double http5xx,
    double body455,
    double failed,
    double lostCallback,
    double duplicateCallback) {

  /** Nothing goes wrong. */
  public static final FaultRates NONE = new FaultRates(0, 0, 0, 0, 0, 0, 0, 0, 0);
}
