package dev.genhub.bench.load;

import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Processor time used so far. Where everything shares the cores, what one of a kind costs says more
 * than how many there were in a second: it is the same however busy the machine is otherwise.
 *
 * @param subject the process that is looked at
 * @param database the processes below it: a hub's embedded database
 * @param load the process of the bench
 */
public record ProcessorTime(Duration subject, Duration database, Duration load) {
  private static final double NANOS_PER_MICRO = 1e3;

  /** As of now. */
  public static ProcessorTime of(ProcessHandle subject) {
    return new ProcessorTime(
        used(Stream.of(subject)),
        used(subject.descendants()),
        used(Stream.of(ProcessHandle.current())));
  }

  private static Duration used(Stream<ProcessHandle> processes) {
    return processes
        .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
        .reduce(Duration.ZERO, Duration::plus);
  }

  /** What was used between the two ends of a stretch. */
  public static ProcessorTime between(Stretch.Counted<ProcessorTime> ends) {
    return new ProcessorTime(
        ends.last().subject().minus(ends.first().subject()),
        ends.last().database().minus(ends.first().database()),
        ends.last().load().minus(ends.first().load()));
  }

  /**
   * The share of each of a number of things, in microseconds.
   *
   * @param subjectName what the process that is looked at is called
   */
  public String each(String subjectName, double things) {
    return String.format(
        Locale.ROOT,
        "%s %.0f µs, database %.0f µs, load %.0f µs",
        subjectName,
        micros(subject, things),
        micros(database, things),
        micros(load, things));
  }

  private static double micros(Duration used, double things) {
    return used.toNanos() / NANOS_PER_MICRO / things;
  }
}
