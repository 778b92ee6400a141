package dev.genhub.app;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** What must be well for the hub to be ready. */
final class Readiness {
  private Readiness() {}

  static Map<String, Supplier<String>> checks(Parts parts) {
    Map<String, Supplier<String>> checks = new LinkedHashMap<>();
    checks.put("database", () -> database(parts));
    checks.put("plugins", () -> plugins(parts));
    return checks;
  }

  private static String database(Parts parts) {
    parts.workers.run(jdbc -> jdbc.sql("select 1").query(Integer.class).single());
    return "";
  }

  /** One broken jar among good ones is for the operator to see, not a reason to stop serving. */
  private static String plugins(Parts parts) {
    Catalogue catalogue = parts.catalogue.current();
    List<String> broken =
        catalogue.plugins().stream()
            .filter(plugin -> plugin.problem().isPresent())
            .map(InstalledPlugin::id)
            .toList();
    if (!catalogue.models().isEmpty()) {
      return "";
    }
    return broken.isEmpty() ? "there are none" : "none works: " + broken;
  }
}
