package dev.genhub.engine.catalogue;

import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ProviderAdapter;
import java.util.Objects;

/**
 * A model and where it is served.
 *
 * @param plugin the id of the plugin
 * @param provider the provider that is paid
 * @param schema the compiled schema of its parameters
 */
public record CatalogueModel(
    String plugin,
    String provider,
    ModelSpec spec,
    ParameterSchema schema,
    ProviderAdapter adapter) {

  public CatalogueModel {
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(spec, "spec");
    Objects.requireNonNull(schema, "schema");
    Objects.requireNonNull(adapter, "adapter");
  }

  /** {@code provider/model}, unique in the catalogue. */
  public String qualifiedId() {
    return provider + "/" + spec.id();
  }
}
