package dev.genhub.engine.catalogue;

import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.spi.ModelSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All models of all working plugins. Immutable. */
public final class Catalogue {

  private final List<InstalledPlugin> plugins;
  private final Map<String, InstalledPlugin.Service> services = new LinkedHashMap<>();
  private final List<CatalogueModel> models = new ArrayList<>();
  private final Map<String, CatalogueModel> byQualifiedName = new LinkedHashMap<>();
  private final Map<String, CatalogueModel> byPlainName = new LinkedHashMap<>();

  /**
   * Gathers what the plugins offer. A plugin with a broken schema, or with a model that an earlier
   * plugin or itself serves already, is taken in as failed.
   */
  public Catalogue(List<InstalledPlugin> installed) {
    List<InstalledPlugin> all = new ArrayList<>();
    for (InstalledPlugin plugin : installed) {
      all.add(plugin.service().map(service -> admit(plugin, service)).orElse(plugin));
    }
    this.plugins = List.copyOf(all);
  }

  private InstalledPlugin admit(InstalledPlugin plugin, InstalledPlugin.Service service) {
    try {
      List<CatalogueModel> served = modelsOf(plugin.id(), service);
      served.forEach(this::add);
      services.put(plugin.id(), service);
      return plugin;
    } catch (RuntimeException | LinkageError broken) {
      return new InstalledPlugin(
          plugin.id(),
          plugin.version(),
          Optional.empty(),
          Optional.of(String.valueOf(broken.getMessage())));
    }
  }

  private List<CatalogueModel> modelsOf(String plugin, InstalledPlugin.Service service) {
    List<CatalogueModel> served = new ArrayList<>();
    Set<String> own = new HashSet<>();
    String provider = service.descriptor().provider();
    for (ModelSpec spec : service.adapter().models()) {
      CatalogueModel model =
          new CatalogueModel(
              plugin,
              provider,
              spec,
              new ParameterSchema(spec.parametersSchema()),
              service.adapter());
      CatalogueModel other = byQualifiedName.get(model.qualifiedId());
      if (other != null || !own.add(model.qualifiedId())) {
        throw new IllegalArgumentException(
            "model '"
                + model.qualifiedId()
                + "' is served by plugin '"
                + (other == null ? plugin : other.plugin())
                + "' already");
      }
      served.add(model);
    }
    return served;
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

  /** Every jar of the folder, failed ones too. */
  public List<InstalledPlugin> plugins() {
    return plugins;
  }

  /** What a plugin offers; empty when there is no such plugin or it failed. */
  public Optional<InstalledPlugin.Service> service(String plugin) {
    return Optional.ofNullable(services.get(plugin));
  }

  /** Ids of the working plugins. */
  public List<String> workingPlugins() {
    return List.copyOf(services.keySet());
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
        .map(id -> qualified.or(() -> served(id, name)))
        .orElseGet(() -> qualified.or(() -> Optional.ofNullable(byPlainName.get(name))));
  }

  /** Whether a name is one model's id and only an alias of another. */
  private static boolean isIdAndAlias(CatalogueModel one, CatalogueModel other, String name) {
    return one.spec().id().equals(name) && !other.spec().id().equals(name);
  }

  private static boolean isOf(Optional<String> provider, CatalogueModel model) {
    return provider.map(model.provider()::equals).orElse(true);
  }

  /** The model by which a stored generation is served; empty when its plugin is gone. */
  public Optional<CatalogueModel> served(String provider, String model) {
    return Optional.ofNullable(byQualifiedName.get(provider + "/" + model));
  }
}
