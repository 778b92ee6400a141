package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.engine.plugin.InstalledPlugin.Service;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All models of all working plugins at one moment; and the plugins that were replaced or removed
 * and are still finishing what they began, which take nothing new. Immutable.
 */
public final class Catalogue implements Catalogues {

  private final List<InstalledPlugin> plugins;
  private final List<ServingPlugin> finishing = new ArrayList<>();
  private final Map<String, ServingPlugin> serving = new LinkedHashMap<>();
  private final List<CatalogueModel> models = new ArrayList<>();
  private final Map<String, CatalogueModel> byQualifiedName = new LinkedHashMap<>();
  private final Map<String, CatalogueModel> byPlainName = new LinkedHashMap<>();

  /** A catalogue in which no plugin is finishing. */
  public Catalogue(List<InstalledPlugin> installed) {
    this(installed, List.of());
  }

  /**
   * Gathers what the plugins offer. A plugin with a broken schema, or with a model that an earlier
   * plugin or itself serves already, is taken in as failed.
   *
   * @param finishing plugins that were in a catalogue before, the newest first
   */
  public Catalogue(List<InstalledPlugin> installed, List<InstalledPlugin> finishing) {
    List<InstalledPlugin> all = new ArrayList<>();
    for (InstalledPlugin plugin : installed) {
      all.add(plugin.service().map(service -> admit(plugin, service)).orElse(plugin));
    }
    this.plugins = List.copyOf(all);
    for (InstalledPlugin plugin : finishing) {
      plugin.service().ifPresent(service -> this.finishing.add(ServingPlugin.of(plugin, service)));
    }
  }

  private InstalledPlugin admit(InstalledPlugin plugin, Service service) {
    try {
      ServingPlugin served = ServingPlugin.of(plugin, service);
      requireUnserved(served);
      served.models().values().forEach(this::add);
      serving.putIfAbsent(plugin.id(), served);
      return plugin;
    } catch (RuntimeException | LinkageError broken) {
      return plugin.refused(String.valueOf(broken.getMessage()));
    }
  }

  private void requireUnserved(ServingPlugin served) {
    for (String model : served.models().keySet()) {
      CatalogueModel other = byQualifiedName.get(model);
      if (other != null) {
        throw ServingPlugin.servedAlready(model, other.plugin());
      }
    }
  }

  private void add(CatalogueModel model) {
    models.add(model);
    List<String> names = new ArrayList<>(model.spec().aliases());
    names.add(0, model.spec().id());
    for (String name : names) {
      byQualifiedName.putIfAbsent(model.provider() + "/" + name, model);
      byPlainName.merge(name, model, (first, own) -> isIdAndAlias(own, first, name) ? own : first);
    }
  }

  @Override
  public Catalogue current() {
    return this;
  }

  /** Every jar of the folder, failed ones too. */
  public List<InstalledPlugin> plugins() {
    return plugins;
  }

  /** The plugins that take nothing new and finish what they began. */
  public List<InstalledPlugin> finishing() {
    return finishing.stream().map(ServingPlugin::plugin).toList();
  }

  /** What a plugin offers to new work; empty when there is no such plugin or it failed. */
  public Optional<Service> service(String plugin) {
    return Optional.ofNullable(serving.get(plugin)).map(ServingPlugin::service);
  }

  /** Ids of the working plugins. */
  public List<String> workingPlugins() {
    return List.copyOf(serving.keySet());
  }

  /** Ids of the plugins that are loaded, whether they take new work or finish what they began. */
  public List<String> loadedPlugins() {
    return loaded().map(it -> it.plugin().id()).distinct().toList();
  }

  /** Ids of the loaded plugins that can be asked right now; the work of others waits. */
  public List<String> ablePlugins() {
    Set<String> able = new LinkedHashSet<>();
    loaded()
        .filter(it -> it.plugin().trouble().isEmpty())
        .forEach(it -> able.add(it.plugin().id()));
    return List.copyOf(able);
  }

  private Stream<ServingPlugin> loaded() {
    return Stream.concat(serving.values().stream(), finishing.stream());
  }

  /** What a loaded plugin offers, of its versions the one that takes new work if there is one. */
  public Optional<Service> loadedService(String plugin) {
    return loaded()
        .filter(it -> it.plugin().id().equals(plugin))
        .findFirst()
        .map(ServingPlugin::service);
  }

  /** Every model. */
  public List<CatalogueModel> models() {
    return List.copyOf(models);
  }

  /**
   * The model of a name. A qualified name goes before a plain one that looks the same, as ids may
   * hold a slash; of plain names an id goes before an alias, and then the first plugin's goes
   * first.
   *
   * @param name an id or alias, plain or qualified with its provider
   * @param provider only a model of this provider; empty for any
   */
  public Optional<CatalogueModel> find(String name, Optional<String> provider) {
    Optional<CatalogueModel> qualified =
        Optional.ofNullable(byQualifiedName.get(name)).filter(model -> isOf(provider, model));
    return provider
        .map(id -> qualified.or(() -> Optional.ofNullable(byQualifiedName.get(id + "/" + name))))
        .orElseGet(() -> qualified.or(() -> Optional.ofNullable(byPlainName.get(name))));
  }

  /** Whether a name is one model's id and only an alias of another. */
  private static boolean isIdAndAlias(CatalogueModel one, CatalogueModel other, String name) {
    return one.spec().id().equals(name) && !other.spec().id().equals(name);
  }

  private static boolean isOf(Optional<String> provider, CatalogueModel model) {
    return provider.map(model.provider()::equals).orElse(true);
  }

  /**
   * Who finishes stored work: of the loaded versions of its plugin the newest that serves its model
   * and can take it over, or else whichever comes nearest to that. Empty when its plugin is gone.
   */
  public Optional<InstalledPlugin> finisher(ModelReference work) {
    return servingFor(work).map(ServingPlugin::plugin);
  }

  /** The model as the plugin that finishes the work serves it; empty when none does. */
  public Optional<CatalogueModel> model(ModelReference work) {
    return servingFor(work).map(it -> it.models().get(work.qualifiedModel()));
  }

  private Optional<ServingPlugin> servingFor(ModelReference work) {
    ServingPlugin best = serving.get(work.plugin());
    for (ServingPlugin older : finishing) {
      boolean mine = older.plugin().id().equals(work.plugin());
      if (mine && (best == null || older.fitness(work) > best.fitness(work))) {
        best = older;
      }
    }
    return Optional.ofNullable(best);
  }
}
