package dev.genhub.bench;

import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.DataFolder;
import dev.genhub.bench.hub.HubDatabase;
import dev.genhub.bench.hub.HubProcess;
import dev.genhub.bench.hub.HubUsers;
import dev.genhub.bench.hub.PartialRoutes;
import dev.genhub.bench.intake.GenerationPost;
import dev.genhub.bench.intake.InsertLimit;
import dev.genhub.bench.intake.IntakeLoad;
import dev.genhub.bench.intake.IntakeResult;
import dev.genhub.bench.intake.PgbenchLimit;
import dev.genhub.bench.report.Environment;
import dev.genhub.bench.report.Report;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code genhub bench intake}: how many generations the hub accepts in a second, with identity,
 * schema, quote and reservation on the way, against bare inserts of single rows into the same
 * table. Nothing is sent to a provider: the flow that takes from the queue is left out.
 */
@Command(
    name = "intake",
    mixinStandardHelpOptions = true,
    description = "Accepted generations per second, against bare single-row inserts.")
final class IntakeCommand implements Callable<Integer> {
  private static final String SENDING = "dispatch/dispatch-queued.camel.yaml";

  @Mixin private RunOptions options;

  @Option(
      names = "--clients",
      defaultValue = "256",
      description = "Connections that post without a pause (default: ${DEFAULT-VALUE}).")
  private int clients;

  @Option(
      names = "--users",
      defaultValue = "200",
      description = "Users in whose names is posted in turn (default: ${DEFAULT-VALUE}).")
  private int users;

  @Option(names = "--idempotency-keys", description = "Sends an Idempotency-Key with every post.")
  private boolean idempotencyKeys;

  @Option(
      names = "--insert-clients",
      defaultValue = "16",
      description = "Connections of the bare inserts (default: ${DEFAULT-VALUE}).")
  private int insertClients;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (DataFolder data = options.dataFolder();
        PartialRoutes routes = PartialRoutes.without(RunOptions.home(), SENDING);
        HubProcess hub =
            options.startHub(
                data,
                Map.of(
                    "genhub.routes-dir", routes.folder().toString(),
                    "genhub.rate-limit.user-per-minute", "0",
                    "genhub.limits.default-monthly-usd", "100000000"))) {
      options.print(measure(hub, HubDatabase.of(data)), spec.commandLine().getOut());
    }
    return 0;
  }

  private Report measure(HubProcess hub, HubDatabase database) {
    List<BenchUser> posting = HubUsers.create(hub, users);
    List<GenerationPost> posts =
        posting.stream()
            .map(user -> GenerationPost.of(hub.address(), user.token(), idempotencyKeys))
            .toList();
    long before = database.count("select count(*) from public.generation_tasks");
    IntakeResult result =
        IntakeLoad.run(
            hub.address(), hub.process(), posts, clients, options.warmUp(), options.measured());
    long rows = database.count("select count(*) from public.generation_tasks") - before;
    if (rows != result.acceptedInAll()) {
      throw new BenchException(
          result.acceptedInAll() + " generations were accepted, but " + rows + " rows are there");
    }
    InsertLimit.Result inserts =
        InsertLimit.run(
            hub.process(),
            database,
            posting,
            insertClients,
            options.limitWarmUp(),
            options.measured());
    OptionalDouble pgbench =
        PgbenchLimit.rowsPerSecond(database, posting, insertClients, options.measured());
    return report(result, inserts, pgbench, Environment.of(database));
  }

  private Report report(
      IntakeResult result,
      InsertLimit.Result inserts,
      OptionalDouble pgbench,
      Environment environment) {
    Report report =
        new Report("intake", environment)
            .compare(
                "accepted/s against inserts/s by JDBC, " + insertClients + " clients",
                result.acceptedPerSecond(),
                inserts.rowsPerSecond());
    if (pgbench.isPresent()) {
      report =
          report.compare(
              "accepted/s against inserts/s by pgbench, " + insertClients + " clients",
              result.acceptedPerSecond(),
              pgbench.getAsDouble());
    }
    return report
        .fact("connections", clients + ", users " + users)
        .fact("latency", result.latencies().summary())
        .fact("answers", result.answers().toString())
        .fact(
            "processor time of an accepted one",
            result.used().each("hub", result.latencies().size()))
        .fact("processor time of a bare insert", inserts.used().each("hub", inserts.rows()))
        .fact("stored", "every accepted generation");
  }
}
