package dev.genhub.bench.chaos;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What the books say.
 *
 * @param lost accepted generations that are missing or not settled
 * @param sentTwice generations that the provider was asked for more than once
 * @param unknown generations whose outcome stayed unknown
 * @param difference credits that hub and provider disagree about, unknown ones left out
 */
record Verdict(
    int accepted,
    Map<String, Long> byEnd,
    List<UUID> lost,
    long sentTwice,
    List<UUID> unknown,
    BigDecimal unknownSpent,
    BigDecimal difference) {
  private static final String UNKNOWN = "submission_outcome_unknown";

  static Verdict of(Collection<UUID> accepted, Books books) {
    Map<UUID, Books.Entry> generations = books.generations();
    List<UUID> lost =
        accepted.stream()
            .filter(id -> !generations.containsKey(id) || !settled(generations.get(id)))
            .toList();
    List<UUID> unknown =
        generations.values().stream()
            .filter(entry -> entry.errorCode().equals(UNKNOWN))
            .map(Books.Entry::id)
            .toList();
    BigDecimal difference =
        generations.values().stream()
            .filter(entry -> !entry.errorCode().equals(UNKNOWN))
            .map(entry -> books.spentOn(entry.id()).subtract(entry.charged()).abs())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Verdict(
        accepted.size(),
        generations.values().stream()
            .collect(Collectors.groupingBy(Verdict::end, TreeMap::new, Collectors.counting())),
        lost,
        books.sentTwice(),
        unknown,
        unknown.stream().map(books::spentOn).reduce(BigDecimal.ZERO, BigDecimal::add),
        difference);
  }

  private static boolean settled(Books.Entry entry) {
    return entry.phase().equals("settled");
  }

  private static String end(Books.Entry entry) {
    return entry.errorCode().isEmpty()
        ? entry.status()
        : entry.status() + " (" + entry.errorCode() + ")";
  }

  /** Whether every promise was kept. */
  boolean good() {
    return lost.isEmpty() && sentTwice == 0 && difference.signum() == 0;
  }

  void print(PrintWriter out) {
    out.printf("accepted                  %d%n", accepted);
    byEnd.forEach((end, count) -> out.printf("  %-40s %d%n", end, count));
    out.printf("lost                      %d %s%n", lost.size(), lost.isEmpty() ? "" : lost);
    out.printf("submitted twice           %d%n", sentTwice);
    out.printf(
        "outcome unknown           %d, for which the provider keeps %s credits%n",
        unknown.size(), unknownSpent.stripTrailingZeros().toPlainString());
    unknown.forEach(id -> out.printf("  %s%n", id));
    out.printf(
        "ledger against provider   %s credits of difference%n",
        difference.stripTrailingZeros().toPlainString());
    out.flush();
  }
}
