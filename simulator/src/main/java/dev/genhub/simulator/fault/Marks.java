package dev.genhub.simulator.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All marks of a request.
 *
 * @param problem what is wrong with a word, if one cannot be read
 */
public record Marks(List<Mark> all, Optional<String> problem) {

  /** None. */
  public static final Marks NONE = new Marks(List.of(), Optional.empty());

  private static final Pattern MARK = Pattern.compile("\\[sim:([^\\]]*)\\]");

  /** Copies the list. */
  public Marks {
    all = List.copyOf(all);
  }

  /** The marks in a text, which may be the whole body: some prompts lie deep inside. */
  public static Marks in(String text) {
    if (!text.contains("[sim:")) {
      return NONE;
    }
    List<Mark> found = new ArrayList<>();
    for (Matcher mark = MARK.matcher(text); mark.find(); ) {
      try {
        found.add(Mark.of(mark.group(1)));
      } catch (IllegalArgumentException wrong) {
        return new Marks(List.of(), Optional.of(wrong.getMessage()));
      }
    }
    return new Marks(found, Optional.empty());
  }

  /** A prompt as it is shown in results. */
  public static String without(String prompt) {
    return MARK.matcher(prompt).replaceAll("").trim();
  }

  /** These and others. */
  public Marks and(List<Mark> others) {
    return others.isEmpty()
        ? this
        : new Marks(Stream.concat(all.stream(), others.stream()).toList(), problem);
  }

  /** The marks with a kind of fault. */
  public <F extends Fault> Stream<F> faults(Class<F> kind) {
    return all.stream().flatMap(mark -> mark.as(kind).stream());
  }

  /** How the task ends. */
  public Ending ending() {
    return faults(Fault.End.class).map(Fault.End::ending).findFirst().orElse(Ending.SUCCESS);
  }

  /** How long the task takes, if it is said. */
  public Optional<Duration> taking() {
    return faults(Fault.Take.class).map(Fault.Take::duration).findFirst();
  }

  /** What goes wrong with the task's callbacks. */
  public Set<CallbackFault> callbackFaults() {
    return faults(Fault.Call.class)
        .map(Fault.Call::fault)
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(() -> EnumSet.noneOf(CallbackFault.class)),
                Collections::unmodifiableSet));
  }

  /** The marks about answers to come, when the task exists. */
  public List<Mark> later() {
    return all.stream().filter(Marks::isLater).toList();
  }

  private static boolean isLater(Mark mark) {
    return Stream.of(Target.STATUS, Target.FILE).anyMatch(target -> isAbout(mark, target));
  }

  private static boolean isAbout(Mark mark, Target target) {
    return mark.as(Fault.Refuse.class).filter(it -> it.target() == target).isPresent()
        || mark.as(Fault.Distort.class).filter(it -> it.target() == target).isPresent()
        || mark.as(Fault.Delay.class).filter(it -> it.target() == target).isPresent();
  }
}
