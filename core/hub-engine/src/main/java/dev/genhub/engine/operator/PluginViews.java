package dev.genhub.engine.operator;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.catalogue.Catalogues;
import dev.genhub.engine.catalogue.ModelReference;
import dev.genhub.engine.generation.WorkUnderWay;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Shows plugins with what they have begun. */
public final class PluginViews {

  private final Catalogues catalogues;
  private final WorkUnderWay work;

  /** Shows the catalogue of the moment, and counts what its plugins have begun. */
  public PluginViews(Catalogues catalogues, WorkUnderWay work) {
    this.catalogues = catalogues;
    this.work = work;
  }

  /** Every jar of the folder, and those that take nothing new and finish what they began. */
  List<PluginView> all() {
    Catalogue catalogue = catalogues.current();
    Map<InstalledPlugin, Long> underWay = underWay(catalogue);
    List<PluginView> views = new ArrayList<>();
    catalogue.plugins().forEach(it -> views.add(view(it, it.state(), underWay)));
    catalogue.finishing().forEach(it -> views.add(view(it, "finishing", underWay)));
    return views;
  }

  /** One of them. */
  PluginView one(InstalledPlugin plugin) {
    return view(plugin, plugin.state(), underWay(catalogues.current()));
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
