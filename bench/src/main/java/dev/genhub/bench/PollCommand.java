package dev.genhub.bench;

import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.DataFolder;
import dev.genhub.bench.hub.HubDatabase;
import dev.genhub.bench.hub.HubProcess;
import dev.genhub.bench.hub.HubUsers;
import dev.genhub.bench.poll.FollowedGenerations;
import dev.genhub.bench.poll.GetLimit;
import dev.genhub.bench.poll.PollLoad;
import dev.genhub.bench.poll.PollResult;
import dev.genhub.bench.poll.StatusStub;
import dev.genhub.bench.report.Environment;
import dev.genhub.bench.report.Report;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code genhub bench poll}: how many states the hub reads and records in a second while many
 * generations are under way and always due, against a bare loop of GETs to the same stub.
 */
@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    description = "Status reads per second, against a bare loop of GETs.")
final class PollCommand implements Callable<Integer> {
  private static final int USERS = 50;

  @Mixin private RunOptions options;

  @Option(
      names = "--generations",
      defaultValue = "10000",
      description = "How many are under way (default: ${DEFAULT-VALUE}).")
  private int generations;

  @Option(
      names = "--get-threads",
      defaultValue = "64",
      description = "Threads of the bare loop of GETs (default: ${DEFAULT-VALUE}).")
  private int getThreads;

  @Option(
      names = "--look-again-after",
      defaultValue = "200ms",
      description =
          "How soon each is due again; short, so that there is always more to do than can be done"
              + " (default: ${DEFAULT-VALUE}).")
  private String lookAgainAfter;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try (StatusStub provider = StatusStub.start();
        DataFolder data = options.dataFolder()) {
      PollResult hub;
      Environment environment;
      try (HubProcess process = options.startHub(data, settings(provider))) {
        HubDatabase database = HubDatabase.of(data);
        environment = Environment.of(database);
        hub = follow(process, database, provider);
      }
      GetLimit.Result gets =
          GetLimit.run(
              RunOptions.home(), provider, getThreads, options.limitWarmUp(), options.measured());
      options.print(report(hub, gets, environment), spec.commandLine().getOut());
      return 0;
    }
  }

  private Map<String, String> settings(StatusStub provider) {
    return Map.of(
        "genhub.providers.kie.base-url",
        provider.address().toString(),
        "genhub.polling.initial-delay",
        lookAgainAfter,
        "genhub.polling.max-delay",
        lookAgainAfter,
        "genhub.polling.factor",
        "1",
        "genhub.polling.timeout",
        "24h");
  }

  private PollResult follow(HubProcess hub, HubDatabase database, StatusStub provider) {
    List<BenchUser> owners = HubUsers.create(hub, USERS);
    FollowedGenerations.insert(database, owners, generations);
    PollResult result =
        PollLoad.run(hub.process(), database, provider, options.warmUp(), options.measured());
    long left =
        database.count("select count(*) from public.generation_tasks where phase = 'following'");
    if (result.recordedPerSecond() == 0) {
      throw new BenchException(
          "the hub recorded no look at all; its log says why, --data-dir keeps it");
    }
    if (left != generations) {
      throw new BenchException(generations + " generations were followed, " + left + " still are");
    }
    return result;
  }

  private Report report(PollResult hub, GetLimit.Result gets, Environment environment) {
    return new Report("poll", environment)
        .compare(
            "status reads/s recorded, against GETs/s by HttpClient5, " + getThreads + " threads",
            hub.recordedPerSecond(),
            gets.readsPerSecond())
        .compare(
            "status reads/s that reached the stub", hub.arrivedPerSecond(), gets.readsPerSecond())
        .fact("processor time of a status read", hub.used().each("hub", hub.arrived()))
        .fact("processor time of a GET", gets.used().each("client", gets.reads()))
        .fact("generations under way", String.valueOf(generations));
  }
}
