package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.InstalledPlugin.Service;
import dev.genhub.engine.plugin.LoadedPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a jar that works by itself is let in beside the others. */
final class Admission {

  private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

  private final Consumer<Service> check;
  private Optional<PluginRoutes> routes = Optional.empty();

  /**
   * @param check throws {@link IllegalArgumentException} for a plugin that cannot be let in
   */
  Admission(Consumer<Service> check) {
    this.check = check;
  }

  /** Whoever is let in gets routes from now on. */
  void giveRoutes(PluginRoutes opened) {
    routes = Optional.of(opened);
  }

  /**
   * Why a candidate is not let in; empty when it is, with its routes opened.
   *
   * @param others what goes on serving, by the names of their files
   */
  Optional<String> whyNot(LoadedPlugin candidate, Map<String, LoadedPlugin> others) {
    InstalledPlugin plugin = candidate.plugin();
    List<InstalledPlugin> all = new ArrayList<>();
    for (Map.Entry<String, LoadedPlugin> other : others.entrySet()) {
      all.add(other.getValue().plugin());
      if (other.getValue().plugin().id().equals(plugin.id())) {
        return Optional.of("plugin '" + plugin.id() + "' is in " + other.getKey() + " already");
      }
    }
    all.add(plugin);
    List<InstalledPlugin> admitted = new Catalogue(all).plugins();
    return admitted
        .get(admitted.size() - 1)
        .problem()
        .or(() -> notAdmitted(plugin))
        .or(() -> openRoutes(candidate));
  }

  private Optional<String> notAdmitted(InstalledPlugin plugin) {
    try {
      plugin.service().ifPresent(check);
      return Optional.empty();
    } catch (IllegalArgumentException why) {
      return Optional.of(why.getMessage());
    }
  }

  /** Why its routes cannot be used; empty when they run, in the place of an earlier version's. */
  Optional<String> openRoutes(LoadedPlugin loaded) {
    try {
      if (routes.isPresent()) {
        routes.get().open(loaded.plugin().id(), loaded.routes());
      }
      return Optional.empty();
    } catch (Exception unusable) {
      LOG.debug("routes of plugin {}", loaded.plugin().id(), unusable);
      return Optional.of("its routes cannot be used: " + unusable.getMessage());
    }
  }

  void closeRoutes(String plugin) {
    routes.ifPresent(it -> it.close(plugin));
  }
}
