package dev.genhub.engine.polling;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.PollSchedule;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** When a task is looked at, by the schedule of its model or else of the hub. */
public final class PollTimes {

  private final Catalogue catalogue;
  private final PollSchedule usual;

  /**
   * @param usual the schedule of models that have none of their own
   */
  public PollTimes(Catalogue catalogue, PollSchedule usual) {
    this.catalogue = catalogue;
    this.usual = usual;
  }

  /** The wait before the first look. */
  public Duration first(ClaimedGeneration work) {
    return jittered(schedule(work).initial().toMillis());
  }

  /** The wait after the look that was just taken. */
  public Duration next(ClaimedGeneration work) {
    PollSchedule schedule = schedule(work);
    double grown = schedule.initial().toMillis() * Math.pow(schedule.factor(), work.polls() + 1);
    return jittered(Math.min(grown, schedule.max().toMillis()));
  }

  /** How long a task is followed in all. */
  public Duration timeout(ClaimedGeneration work) {
    return schedule(work).timeout();
  }

  private PollSchedule schedule(ClaimedGeneration work) {
    return catalogue
        .served(work.provider(), work.model())
        .flatMap(model -> model.spec().polling())
        .orElse(usual);
  }

  /** A tenth either way, so that tasks submitted together are not looked at together for ever. */
  private static Duration jittered(double millis) {
    return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
  }
}
