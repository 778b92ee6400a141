package dev.genhub.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The result of a bench, for people and for machines. Immutable. */
public record Report(
    String bench,
    Environment environment,
    List<Comparison> comparisons,
    Map<String, String> facts) {

  public Report {
    comparisons = List.copyOf(comparisons);
    facts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(facts));
  }

  /** A report that says nothing yet. */
  public Report(String bench, Environment environment) {
    this(bench, environment, List.of(), Map.of());
  }

  /** The report with one more figure and its limit. */
  public Report compare(String what, double hub, double limit) {
    List<Comparison> more = new ArrayList<>(comparisons);
    more.add(new Comparison(what, hub, limit));
    return new Report(bench, environment, more, facts);
  }

  /** The report with one more thing to know. */
  public Report fact(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(name, value);
    return new Report(bench, environment, comparisons, more);
  }

  /** Lines of a table, and below them what else there is to know. */
  public String table() {
    int width = comparisons.stream().mapToInt(row -> row.what().length()).max().orElse(0);
    String rows =
        comparisons.stream().map(row -> line(width, row)).collect(Collectors.joining("\n"));
    String below =
        facts.entrySet().stream()
            .map(fact -> fact.getKey() + ": " + fact.getValue())
            .collect(Collectors.joining("\n"));
    String header = "%-" + width + "s | %9s | %9s | %5s";
    return String.join(
        "\n",
        String.format(Locale.ROOT, header, bench, "hub", "limit", "ratio"),
        rows,
        below,
        String.format(
            Locale.ROOT,
            "%d cores shared by load, hub and database; JDK %s; PostgreSQL %s",
            environment.cores(),
            environment.jdk(),
            environment.postgres()));
  }

  private static String line(int width, Comparison row) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s | %9.0f | %9.0f | %5.2f",
        row.what(),
        row.hub(),
        row.limit(),
        row.ratio());
  }

  /** One JSON object. */
  public String json() {
    ObjectMapper json = new ObjectMapper();
    ObjectNode report = json.createObjectNode();
    report.put("bench", bench);
    report
        .putObject("environment")
        .put("cores", environment.cores())
        .put("jdk", environment.jdk())
        .put("postgres", environment.postgres());
    for (Comparison row : comparisons) {
      report
          .withArray("/comparisons")
          .addObject()
          .put("what", row.what())
          .put("hub", row.hub())
          .put("limit", row.limit())
          .put("ratio", row.ratio());
    }
    facts.forEach(report.putObject("facts")::put);
    return report.toPrettyString();
  }
}
