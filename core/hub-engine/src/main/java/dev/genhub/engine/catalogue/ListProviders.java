package dev.genhub.engine.catalogue;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.spi.PluginDescriptor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code GET /v1/providers}. */
public final class ListProviders {

  /** A plugin as the API shows it; the problem is null while it works. */
  record PluginView(String id, String version, String state, String problem) {}

  /** A provider as the API shows it. */
  record ProviderView(
      String id, String name, List<PluginView> plugins, List<String> models, boolean available) {}

  private final Catalogues catalogues;

  /** Lists the catalogue of the moment. */
  public ListProviders(Catalogues catalogues) {
    this.catalogues = catalogues;
  }

  /**
   * The providers with their plugins. Jars that failed or are stopped stand under the provider
   * "unknown", unless a version of them is loaded; plugins that only finish what they began are
   * "finishing".
   */
  public ApiResponse list(ApiRequest request) {
    Catalogue catalogue = catalogues.current();
    Map<String, List<PluginView>> byProvider = new LinkedHashMap<>();
    for (InstalledPlugin plugin : catalogue.plugins()) {
      views(byProvider, provider(catalogue, plugin)).add(view(plugin, plugin.state()));
    }
    for (InstalledPlugin plugin : catalogue.finishing()) {
      views(byProvider, provider(catalogue, plugin)).add(view(plugin, "finishing"));
    }
    return ApiResponse.ok(
        Map.of(
            "data",
            byProvider.entrySet().stream()
                .map(entry -> provider(catalogue, entry.getKey(), entry.getValue()))
                .toList()));
  }

  private static List<PluginView> views(Map<String, List<PluginView>> all, String provider) {
    return all.computeIfAbsent(provider, id -> new ArrayList<>());
  }

  private static String provider(Catalogue catalogue, InstalledPlugin plugin) {
    return plugin
        .service()
        .or(() -> catalogue.loadedService(plugin.id()))
        .map(service -> service.descriptor().provider())
        .orElse("unknown");
  }

  private static PluginView view(InstalledPlugin plugin, String state) {
    return new PluginView(plugin.id(), plugin.version(), state, plugin.trouble().orElse(null));
  }

  private static ProviderView provider(Catalogue catalogue, String id, List<PluginView> plugins) {
    List<CatalogueModel> models =
        catalogue.models().stream().filter(model -> model.provider().equals(id)).toList();
    List<String> able = catalogue.ablePlugins();
    return new ProviderView(
        id,
        name(catalogue, id),
        plugins,
        models.stream().map(model -> model.spec().id()).toList(),
        models.stream().anyMatch(model -> able.contains(model.plugin())));
  }

  private static String name(Catalogue catalogue, String provider) {
    return Stream.concat(catalogue.plugins().stream(), catalogue.finishing().stream())
        .flatMap(plugin -> plugin.service().stream())
        .map(InstalledPlugin.Service::descriptor)
        .filter(descriptor -> descriptor.provider().equals(provider))
        .map(PluginDescriptor::providerName)
        .findFirst()
        .orElse(provider);
  }
}
