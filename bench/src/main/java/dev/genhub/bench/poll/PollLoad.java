package dev.genhub.bench.poll;

import dev.genhub.bench.hub.HubDatabase;
import dev.genhub.bench.load.ProcessorTime;
import dev.genhub.bench.load.Stretch;
import java.time.Duration;

/** Watches the hub follow. */
public final class PollLoad {
  private record Counters(long recorded, long arrived, ProcessorTime used) {}

  private PollLoad() {}

  /** Counts looks in the database and reads at the stub over the same time. */
  public static PollResult run(
      ProcessHandle hub,
      HubDatabase database,
      StatusStub provider,
      Duration warmUp,
      Duration measured) {
    System.err.println("watching the hub follow ...");
    Stretch stretch = Stretch.after(warmUp, measured);
    Stretch.Counted<Counters> ends =
        stretch.count(
            () -> new Counters(recorded(database), provider.arrived(), ProcessorTime.of(hub)));
    long recorded = ends.last().recorded() - ends.first().recorded();
    long arrived = ends.last().arrived() - ends.first().arrived();
    return new PollResult(
        recorded / stretch.seconds(),
        arrived / stretch.seconds(),
        arrived,
        ProcessorTime.between(new Stretch.Counted<>(ends.first().used(), ends.last().used())));
  }

  private static long recorded(HubDatabase database) {
    return database.count("select sum(polls) from public.generation_tasks");
  }
}
