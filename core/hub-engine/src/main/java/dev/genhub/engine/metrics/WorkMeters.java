package dev.genhub.engine.metrics;

import dev.genhub.engine.store.WorkerSession;
import dev.genhub.engine.stuck.StuckReads;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What waits in the database, for all nodes together. */
public final class WorkMeters {

  private static final Duration FRESH = Duration.ofSeconds(5);

  private static final String WAITING =
      """
      select plugin, phase, count(*) as waiting,
             min(next_attempt_at) filter (where next_attempt_at <= :now) as due_since
      from public.generation_tasks where phase in ('queued', 'following')
      group by plugin, phase
      """;

  private record Waiting(String plugin, String phase, long count, Optional<Instant> dueSince) {}

  private final WorkerSession session;
  private final StuckReads stuck;
  private final Clock clock;
  private final MultiGauge tasks;
  private final MultiGauge overdue;
  private final MultiGauge stuckOnes;
  private Instant readAt = Instant.EPOCH;

  /** Gauges in the registry. */
  public WorkMeters(WorkerSession session, StuckReads stuck, MeterRegistry registry, Clock clock) {
    this.session = session;
    this.stuck = stuck;
    this.clock = clock;
    tasks =
        MultiGauge.builder("genhub.tasks")
            .description("generations by plugin that wait to be sent or whose task is followed")
            .register(registry);
    overdue =
        MultiGauge.builder("genhub.tasks.overdue")
            .description("how long the oldest of them is due: queued, its wait; following, the lag")
            .baseUnit("seconds")
            .register(registry);
    stuckOnes =
        MultiGauge.builder("genhub.stuck")
            .description("generations that do not go on by themselves")
            .register(registry);
  }

  /** Reads anew what is older than a few seconds. */
  public synchronized void refresh() {
    Instant now = clock.instant();
    if (now.isBefore(readAt.plus(FRESH))) {
      return;
    }
    List<Waiting> waiting = waiting(now);
    tasks.register(waiting.stream().map(it -> Row.of(tags(it), it.count())).toList(), true);
    overdue.register(
        waiting.stream().map(it -> Row.of(tags(it), seconds(it.dueSince(), now))).toList(), true);
    stuckOnes.register(
        stuck.count().entrySet().stream()
            .map(it -> Row.of(Tags.of("reason", it.getKey().word()), it.getValue()))
            .toList(),
        true);
    readAt = now;
  }

  private List<Waiting> waiting(Instant now) {
    return session.run(
        jdbc ->
            jdbc.sql(WAITING)
                .param("now", Timestamp.from(now))
                .query(
                    (row, n) ->
                        new Waiting(
                            row.getString("plugin"),
                            row.getString("phase"),
                            row.getLong("waiting"),
                            Optional.ofNullable(row.getTimestamp("due_since"))
                                .map(Timestamp::toInstant)))
                .list());
  }

  private static Tags tags(Waiting waiting) {
    return Tags.of("plugin", waiting.plugin(), "phase", waiting.phase());
  }

  private static double seconds(Optional<Instant> since, Instant now) {
    return since.map(from -> Duration.between(from, now).toMillis() / 1000.0).orElse(0.0);
  }
}
