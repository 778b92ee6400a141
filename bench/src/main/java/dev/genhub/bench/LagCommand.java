package dev.genhub.bench;

import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.DataFolder;
import dev.genhub.bench.hub.HubDatabase;
import dev.genhub.bench.hub.HubProcess;
import dev.genhub.bench.hub.HubUsers;
import dev.genhub.bench.lag.ReadTimes;
import dev.genhub.bench.load.Latencies;
import dev.genhub.bench.load.Pause;
import dev.genhub.bench.poll.FollowedGenerations;
import dev.genhub.bench.poll.FollowedGenerations.Kind;
import dev.genhub.bench.poll.StatusStub;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code genhub bench lag}: when a task of a minute is looked at, and how punctual the looks at one
 * provider's tasks stay while another provider does not answer at all.
 */
@Command(
    name = "lag",
    mixinStandardHelpOptions = true,
    description = "When tasks are looked at, also while another provider hangs.")
final class LagCommand implements Callable<Integer> {
  private static final Duration TASK = Duration.ofSeconds(60);
  private static final int USERS = 10;

  @Mixin private RunOptions options;

  @Option(
      names = "--generations",
      defaultValue = "1000",
      description = "How many are under way, a tenth of them at Veo (default: ${DEFAULT-VALUE}).")
  private int generations;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    out.println("one task, looks after: " + looksAtOne());
    out.flush();
    manyAndOneProviderHangs(out);
    return 0;
  }

  /** With the settings that the hub has by itself. */
  private String looksAtOne() {
    ReadTimes reads = new ReadTimes();
    try (StatusStub provider = StatusStub.start(reads);
        DataFolder data = options.dataFolder();
        HubProcess hub = options.startHub(data, settings(provider, Map.of()))) {
      List<BenchUser> owner = HubUsers.create(hub, 1);
      long begun = System.nanoTime();
      FollowedGenerations.insert(
          HubDatabase.of(data), owner, 1, Kind.MIDJOURNEY, Duration.ofSeconds(2));
      Pause.lasting(TASK.plusSeconds(30));
      return reads.since(begun).stream()
          .map(look -> String.format(Locale.ROOT, "%.1f s", look.toMillis() / 1000.0))
          .collect(Collectors.joining(", "));
    }
  }

  private void manyAndOneProviderHangs(PrintWriter out) {
    ReadTimes reads = new ReadTimes();
    try (StatusStub provider = StatusStub.start(reads);
        DataFolder data = options.dataFolder();
        HubProcess hub = options.startHub(data, settings(provider, everyTwoSeconds()))) {
      List<BenchUser> owners = HubUsers.create(hub, USERS);
      HubDatabase database = HubDatabase.of(data);
      int veo = generations / 10;
      FollowedGenerations.insert(database, owners, veo, Kind.VEO, Duration.ZERO);
      FollowedGenerations.insert(
          database, owners, generations - veo, Kind.MIDJOURNEY, Duration.ZERO);
      Pause.lasting(options.warmUp());
      out.printf(
          "%d tasks, each due 1.8 to 2.2 s after the last look; time between two looks:%n",
          generations - veo);
      print(out, "both providers answer", reads);
      reads.hangVeo();
      print(out, "the other one hangs, first half minute", reads);
      print(out, "the other one hangs, second half minute", reads);
    }
  }

  private static void print(PrintWriter out, String when, ReadTimes reads) {
    reads.takeWaits();
    Pause.lasting(Duration.ofSeconds(30));
    Latencies waits = reads.takeWaits();
    out.printf(Locale.ROOT, "  %-40s %5d looks, %s%n", when, waits.size(), waits.summary());
    out.flush();
  }

  private static Map<String, String> everyTwoSeconds() {
    return Map.of(
        "genhub.polling.initial-delay", "2s",
        "genhub.polling.max-delay", "2s",
        "genhub.polling.factor", "1",
        "genhub.polling.timeout", "24h");
  }

  private static Map<String, String> settings(StatusStub provider, Map<String, String> more) {
    Map<String, String> all = new java.util.TreeMap<>(more);
    all.put("genhub.providers.kie.base-url", provider.address().toString());
    return all;
  }
}
