package dev.genhub.engine.generation;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/admin/plugins}. */
public final class ListPlugins {

  /**
   * A plugin as admins see it.
   *
   * @param provider null for one that does not start
   * @param problem null while it works
   * @param underWay how many generations it is to finish
   */
  record PluginView(
      String id,
      String version,
      String requires,
      String state,
      String problem,
      String file,
      String provider,
      int models,
      Instant since,
      long underWay) {}

  private final Catalogues catalogues;
  private final WorkUnderWay work;

  /** Lists the catalogue of the moment, and counts what its plugins have begun. */
  public ListPlugins(Catalogues catalogues, WorkUnderWay work) {
    this.catalogues = catalogues;
    this.work = work;
  }

  /** Every jar of the folder, and those that are gone from it and finish what they began. */
  public ApiResponse list(ApiRequest request) {
    Catalogue catalogue = catalogues.current();
    Map<InstalledPlugin, Long> underWay = underWay(catalogue);
    List<PluginView> views = new ArrayList<>();
    catalogue.plugins().forEach(it -> views.add(view(it, it.state(), underWay)));
    catalogue.finishing().forEach(it -> views.add(view(it, "finishing", underWay)));
    return ApiResponse.ok(Map.of("data", views));
  }

  private Map<InstalledPlugin, Long> underWay(Catalogue catalogue) {
    Map<InstalledPlugin, Long> counts = new HashMap<>();
    for (Map.Entry<ModelReference, Long> each : work.count(catalogue.loadedPlugins()).entrySet()) {
      catalogue
          .finisher(each.getKey())
          .ifPresent(plugin -> counts.merge(plugin, each.getValue(), Long::sum));
    }
    return counts;
  }

  private static PluginView view(
      InstalledPlugin plugin, String state, Map<InstalledPlugin, Long> underWay) {
    return new PluginView(
        plugin.id(),
        plugin.version(),
        plugin.origin().requires(),
        state,
        plugin.trouble().orElse(null),
        plugin.origin().file(),
        plugin.service().map(it -> it.descriptor().provider()).orElse(null),
        plugin.service().map(it -> it.adapter().models().size()).orElse(0),
        plugin.origin().since(),
        underWay.getOrDefault(plugin, 0L));
  }
}
