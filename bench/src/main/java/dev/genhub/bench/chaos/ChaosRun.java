package dev.genhub.bench.chaos;

import dev.genhub.engine.key.MasterKey;
import dev.genhub.engine.security.Caller;
import dev.genhub.engine.security.TokenIssuer;
import dev.genhub.engine.security.TokenPolicy;
import dev.genhub.postgres.EmbeddedPostgres;
import dev.genhub.postgres.RunningPostgres;
import dev.genhub.simulator.RunningSimulator;
import dev.genhub.simulator.Simulator;
import dev.genhub.simulator.SimulatorOptions;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** One run of chaos, from the start of the database to the verdict. */
final class ChaosRun {
  private static final int USERS = 10;
  private static final int POSTERS = 16;
  private static final Duration TASK = Duration.ofSeconds(2);
  private static final Duration SETTLED_WITHIN = Duration.ofMinutes(4);

  private final Path home;
  private final Path folder;
  private final ChaosPlan plan;
  private final PrintWriter out;
  private final Queue<UUID> accepted = new ConcurrentLinkedQueue<>();

  /**
   * @param home the folder of the {@code genhub} script
   * @param folder for database and logs
   */
  ChaosRun(Path home, Path folder, ChaosPlan plan, PrintWriter out) {
    this.home = home;
    this.folder = folder;
    this.plan = plan;
    this.out = out;
  }

  Verdict run() throws Exception {
    try (RunningPostgres postgres = EmbeddedPostgres.start(folder.resolve("postgres"));
        RunningSimulator provider =
            Simulator.start(
                SimulatorOptions.defaults().withDuration(TASK).withFaultRates(plan.rates()))) {
      return run(postgres, provider);
    }
  }

  private Verdict run(RunningPostgres postgres, RunningSimulator provider) throws Exception {
    String secret = UUID.randomUUID() + "-" + UUID.randomUUID();
    Map<String, String> shared = shared(postgres, provider, secret);
    Node one = new Node("node-1", home, folder, shared);
    Node two = new Node("node-2", home, folder, shared);
    try (FrontDoor door = new FrontDoor(List.of(one.address(), two.address()));
        Node first = one.with("genhub.public-url", door.address().toString());
        Node second = two.with("genhub.public-url", door.address().toString());
        Connection database = connect(postgres)) {
      first.start();
      second.start();
      List<String> tokens = tokens(secret);
      Poster poster = new Poster(door.address());
      tokens.forEach(poster::storeKey);
      note(
          "two hubs are up; posting %d generations, killing %d times",
          plan.generations(), plan.kills());
      ExecutorService posters = Executors.newFixedThreadPool(POSTERS);
      post(posters, poster, tokens);
      kill(List.of(first, second));
      posters.shutdown();
      if (!posters.awaitTermination(5, TimeUnit.MINUTES)) {
        throw new IllegalStateException("the posts were not all taken");
      }
      note("all are posted; waiting until they are settled");
      awaitSettled(database);
      return Verdict.of(accepted, Books.read(database, provider.baseUrl()));
    }
  }

  private Map<String, String> shared(
      RunningPostgres postgres, RunningSimulator provider, String secret) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("genhub.database.url", postgres.jdbcUrl());
    settings.put("genhub.database.user", postgres.user());
    settings.put("genhub.database.password", postgres.password());
    settings.put("genhub.master-key", MasterKey.generate());
    settings.put("genhub.auth.jwt-secret", secret);
    settings.put("genhub.providers.kie.base-url", provider.baseUrl().toString());
    settings.put("genhub.webhooks.allow-private-addresses", "true");
    settings.put("genhub.dispatch.lease", "5s");
    settings.put("genhub.dispatch.unknown-outcome-timeout", "20s");
    settings.put("genhub.polling.initial-delay", "1s");
    settings.put("genhub.polling.max-delay", "3s");
    return settings;
  }

  private static List<String> tokens(String secret) {
    TokenIssuer issuer =
        new TokenIssuer(
            new TokenPolicy(
                Optional.of(secret), Optional.empty(), Optional.empty(), Optional.empty()),
            Clock.systemUTC());
    List<String> tokens = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      tokens.add(issuer.issue(new Caller(UUID.randomUUID(), false), Duration.ofHours(2)));
    }
    return tokens;
  }

  /** Spread over the time of the kills. */
  private void post(ExecutorService posters, Poster poster, List<String> tokens) {
    long apart = plan.length().toMillis() * POSTERS / Math.max(1, plan.generations());
    for (int i = 0; i < plan.generations(); i++) {
      String token = tokens.get(i % tokens.size());
      String prompt = "chaos number " + i;
      posters.execute(
          () -> {
            accepted.add(poster.generate(token, prompt));
            pause(apart);
          });
    }
  }

  private void kill(List<Node> nodes) throws Exception {
    for (int i = 0; i < plan.kills(); i++) {
      pause(plan.killEvery().toMillis());
      Node victim = nodes.get(i % nodes.size());
      victim.kill();
      victim.start();
      note("kill %d of %d; %d are accepted", i + 1, plan.kills(), accepted.size());
    }
  }

  private static void pause(long millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private static Connection connect(RunningPostgres postgres) throws SQLException {
    return DriverManager.getConnection(
        postgres.jdbcUrl(), "postgres", postgres.superuserPassword());
  }

  /** What does not settle in time is what the verdict calls lost. */
  private static void awaitSettled(Connection database) throws SQLException {
    long end = System.nanoTime() + SETTLED_WITHIN.toNanos();
    while (unsettled(database) > 0 && System.nanoTime() < end) {
      pause(500);
    }
  }

  private static long unsettled(Connection database) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select count(*) from public.generation_tasks where phase <> 'settled'")) {
      row.next();
      return row.getLong(1);
    }
  }

  private void note(String text, Object... values) {
    out.printf(text + "%n", values);
    out.flush();
  }
}
