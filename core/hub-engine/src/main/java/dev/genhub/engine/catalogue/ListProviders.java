package dev.genhub.engine.catalogue;

import dev.genhub.engine.http.ApiRequest;
import dev.genhub.engine.http.ApiResponse;
import dev.genhub.engine.plugin.InstalledPlugin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /v1/providers}. */
public final class ListProviders {

  /** A plugin as the API shows it; the problem is null while it works. */
  record PluginView(String id, String version, String state, String problem) {}

  /** A provider as the API shows it. */
  record ProviderView(
      String id, String name, List<PluginView> plugins, List<String> models, boolean available) {}

  private final Catalogue catalogue;

  /** Lists the catalogue. */
  public ListProviders(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * The providers with their plugins. Jars that do not start stand under the provider "unknown".
   */
  public ApiResponse list(ApiRequest request) {
    Map<String, List<InstalledPlugin>> byProvider = new LinkedHashMap<>();
    for (InstalledPlugin plugin : catalogue.plugins()) {
      String provider = plugin.service().map(it -> it.descriptor().provider()).orElse("unknown");
      byProvider.computeIfAbsent(provider, id -> new ArrayList<>()).add(plugin);
    }
    return ApiResponse.ok(
        Map.of(
            "data",
            byProvider.entrySet().stream()
                .map(entry -> view(entry.getKey(), entry.getValue()))
                .toList()));
  }

  private ProviderView view(String id, List<InstalledPlugin> plugins) {
    String name = plugins.get(0).service().map(it -> it.descriptor().providerName()).orElse(id);
    List<String> models =
        catalogue.models().stream()
            .filter(model -> model.provider().equals(id))
            .map(model -> model.spec().id())
            .toList();
    return new ProviderView(
        id,
        name,
        plugins.stream()
            .map(it -> new PluginView(it.id(), it.version(), it.state(), it.problem().orElse(null)))
            .toList(),
        models,
        !models.isEmpty());
  }
}
