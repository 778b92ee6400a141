package dev.genhub.bench.intake;

import dev.genhub.bench.BenchException;
import dev.genhub.bench.hub.BenchUser;
import dev.genhub.bench.hub.HubDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The same inserts by PostgreSQL's own tool, where it is installed. */
public final class PgbenchLimit {
  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private PgbenchLimit() {}

  /**
   * Inserts rows of one owner.
   *
   * @return empty when there is no pgbench
   */
  public static OptionalDouble rowsPerSecond(
      HubDatabase database, List<BenchUser> owners, int clients, Duration measured) {
    if (!installed()) {
      return OptionalDouble.empty();
    }
    System.err.println("inserting bare rows by pgbench ...");
    try {
      Path script = Files.createTempFile("genhub-bench", ".sql");
      try {
        Files.writeString(script, script(owners));
        return OptionalDouble.of(run(database, script, clients, measured));
      } finally {
        Files.delete(script);
      }
    } catch (IOException failed) {
      throw new BenchException("pgbench failed: " + failed.getMessage(), failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted during pgbench");
    }
  }

  private static boolean installed() {
    return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
  }

  private static String script(List<BenchUser> owners) {
    String owner = "'" + owners.get(0).id() + "'";
    return BareRow.insert(
            "gen_random_uuid()", owner, "'" + GenerationPost.PROMPT + "'", owner, owner)
        + ";\n";
  }

  private static double run(HubDatabase database, Path script, int clients, Duration measured)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "pgbench",
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + clients,
                    "--jobs=2",
                    "--time=" + measured.toSeconds(),
                    "--file=" + script,
                    "--host=" + database.address().getHost(),
                    "--port=" + database.address().getPort(),
                    "--username=" + database.user(),
                    database.address().getPath().substring(1)))
            .redirectErrorStream(true);
    builder.environment().put("PGPASSWORD", database.password());
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(30, TimeUnit.SECONDS);
    Matcher rate = RATE.matcher(said);
    if (!ended || process.exitValue() != 0 || !rate.find()) {
      process.destroyForcibly();
      throw new BenchException("pgbench failed: " + said.strip());
    }
    return Double.parseDouble(rate.group(1));
  }
}
