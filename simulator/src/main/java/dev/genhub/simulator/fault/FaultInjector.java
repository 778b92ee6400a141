package dev.genhub.simulator.fault;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Decides which faults apply now. It remembers how often counted marks have applied, so ask once an
 * answer. Used on the event loop only.
 */
public final class FaultInjector {

  private final FaultCounters counters = new FaultCounters();
  private final RandomGenerator chance;
  private FaultSettings settings;

  /** Starts with the rates of the settings. */
  public FaultInjector(FaultSettings settings, RandomGenerator chance) {
    this.settings = settings;
    this.chance = chance;
  }

  /** The rates in force. */
  public FaultRates rates() {
    return settings.rates();
  }

  /** Puts other rates in force, for submits to come. */
  public void rates(FaultRates others) {
    settings = settings.withRates(others);
  }

  /** Adds to a submit's marks what the rates draw. */
  public Marks draw(Marks marks) {
    return marks.and(settings.rates().draw(chance));
  }

  /** The refusal that applies to an answer, if one does. */
  public Optional<Fault.Refuse> refusal(List<Mark> marks, Target target, String subject) {
    return first(marks, Fault.Refuse.class, subject, fault -> fault.target() == target);
  }

  /** What happens to an answer on its way, if something does. */
  public Optional<Distortion> distortion(List<Mark> marks, Target target, String subject) {
    return first(marks, Fault.Distort.class, subject, fault -> fault.target() == target)
        .map(Fault.Distort::distortion);
  }

  /** The error page that a submit is answered with although it was taken, if it is. */
  public Optional<Fault.TakenError> takenError(List<Mark> marks, String subject) {
    return first(marks, Fault.TakenError.class, subject, fault -> true);
  }

  /** How long an answer takes. */
  public Duration delay(List<Mark> marks, Target target) {
    return marks.stream()
        .flatMap(mark -> mark.as(Fault.Delay.class).stream())
        .filter(fault -> fault.target() == target)
        .map(fault -> fault.by().orElse(settings.slowBy()))
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private <F extends Fault> Optional<F> first(
      List<Mark> marks, Class<F> kind, String subject, java.util.function.Predicate<F> fits) {
    for (Mark mark : marks) {
      Optional<F> fault = mark.as(kind).filter(fits);
      if (fault.isPresent() && counters.applies(mark, subject)) {
        return fault;
      }
    }
    return Optional.empty();
  }

  /** Forgets how often marks have applied. */
  public void forgetCounts() {
    counters.forgetAll();
  }
}
