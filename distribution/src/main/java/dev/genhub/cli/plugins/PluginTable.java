package dev.genhub.cli.plugins;

import dev.genhub.engine.plugin.InstalledPlugin;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plugins as a table for people; problems come last, as they are long. */
final class PluginTable {

  private static final List<String> HEAD =
      List.of("PLUGIN", "VERSION", "STATE", "PROVIDER", "MODELS", "FILE", "PROBLEM");

  private final List<List<String>> rows = new ArrayList<>();

  PluginTable(List<InstalledPlugin> plugins) {
    rows.add(HEAD);
    plugins.forEach(plugin -> rows.add(row(plugin)));
  }

  private static List<String> row(InstalledPlugin plugin) {
    return List.of(
        plugin.id(),
        plugin.version(),
        plugin.state(),
        plugin.service().map(it -> it.descriptor().provider()).orElse(""),
        plugin.service().map(it -> String.valueOf(it.adapter().models().size())).orElse(""),
        plugin.origin().file(),
        plugin.problem().orElse(""));
  }

  void print(PrintWriter out) {
    List<Integer> widths =
        IntStream.range(0, HEAD.size())
            .mapToObj(n -> rows.stream().mapToInt(row -> row.get(n).length()).max().orElse(0))
            .toList();
    for (List<String> row : rows) {
      out.println(
          IntStream.range(0, row.size())
              .mapToObj(n -> padded(row.get(n), widths.get(n)))
              .collect(Collectors.joining("  "))
              .stripTrailing());
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
