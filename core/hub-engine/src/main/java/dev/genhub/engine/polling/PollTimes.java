package dev.genhub.engine.polling;

import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.generation.ClaimedGeneration;
import dev.genhub.spi.PollSchedule;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

/**
 * When a task is looked at, by the schedule of its model or else of the hub. Where callbacks are
 * known to arrive, looks are only the net below them and come four times more slowly, though never
 * more slowly than the schedule's longest wait.
 */
public final class PollTimes {

  private final Catalogues catalogues;
  private static final double SLOWER = 4;

  private final PollSchedule usual;
  private final Predicate<String> callbacksArrive;

  /**
   * @param usual the schedule of models that have none of their own
   * @param callbacksArrive whether callbacks of a plugin's provider are known to reach the hub
   */
  public PollTimes(Catalogues catalogues, PollSchedule usual, Predicate<String> callbacksArrive) {
    this.catalogues = catalogues;
    this.usual = usual;
    this.callbacksArrive = callbacksArrive;
  }

  /** For a hub that no callback reaches. */
  public PollTimes(Catalogues catalogues, PollSchedule usual) {
    this(catalogues, usual, plugin -> false);
  }

  /** The wait before the first look. */
  public Duration first(ClaimedGeneration work) {
    return wait(work, 0);
  }

  /** The wait after the look that was just taken. */
  public Duration next(ClaimedGeneration work) {
    return wait(work, work.polls() + 1);
  }

  private Duration wait(ClaimedGeneration work, int looks) {
    PollSchedule schedule = schedule(work);
    double grown = schedule.initial().toMillis() * Math.pow(schedule.factor(), looks);
    double slowed = callbacksArrive.test(work.plugin()) ? grown * SLOWER : grown;
    return jittered(Math.min(slowed, schedule.max().toMillis()));
  }

  /** How long a task is followed in all. */
  public Duration timeout(ClaimedGeneration work) {
    return schedule(work).timeout();
  }

  private PollSchedule schedule(ClaimedGeneration work) {
    return catalogues
        .current()
        .model(work.reference())
        .flatMap(model -> model.spec().polling())
        .orElse(usual);
  }

  /** A tenth either way, so that tasks submitted together are not looked at together for ever. */
  private static Duration jittered(double millis) {
    return Duration.ofMillis((long) (millis * ThreadLocalRandom.current().nextDouble(0.9, 1.1)));
  }
}
