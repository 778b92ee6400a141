package dev.genhub.simulator;

import dev.genhub.simulator.fault.FaultRates;
import dev.genhub.simulator.fault.RandomFault;
import java.time.Duration;
import picocli.CommandLine.Option;

/** How often what goes wrong, on the command line. */
final class FaultRateOptions {

  @Option(names = "--lost-answer", description = "rate, 0 to 1: taken, but no answer")
  private double lostAnswer;

  @Option(names = "--slow", description = "rate of slow answers to submits")
  private double slow;

  @Option(
      names = "--slow-by",
      defaultValue = "5s",
      description = "how slow",
      converter = OptionConverters.OfDuration.class)
  private Duration slowBy;

  @Option(names = "--http-429", description = "rate of HTTP 429")
  private double http429;

  @Option(names = "--body-429", description = "rate of HTTP 200 with code 429")
  private double body429;

  @Option(names = "--http-5xx", description = "rate of HTTP 500 and 503, not taken")
  private double http5xx;

  @Option(names = "--body-455", description = "rate of HTTP 200 with code 455, maintenance")
  private double body455;

  @Option(names = "--failed", description = "rate of tasks that fail")
  private double failed;

  @Option(names = "--lost-callback", description = "rate of tasks without callbacks")
  private double lostCallback;

  @Option(names = "--duplicate-callback", description = "rate of tasks whose last one comes twice")
  private double duplicateCallback;

  Duration slowBy() {
    return slowBy;
  }

  FaultRates rates() {
    return FaultRates.NONE
        .with(RandomFault.LOST_ANSWER, lostAnswer)
        .with(RandomFault.SLOW, slow)
        .with(RandomFault.HTTP_429, http429)
        .with(RandomFault.BODY_429, body429)
        .with(RandomFault.HTTP_5XX, http5xx)
        .with(RandomFault.BODY_455, body455)
        .with(RandomFault.FAILED, failed)
        .with(RandomFault.LOST_CALLBACK, lostCallback)
        .with(RandomFault.DUPLICATE_CALLBACK, duplicateCallback);
  }
}
