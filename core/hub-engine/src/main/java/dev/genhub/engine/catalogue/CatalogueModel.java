package dev.genhub.engine.catalogue;

import dev.genhub.engine.http.ApiProblem;
import dev.genhub.engine.http.ErrorCode;
import dev.genhub.engine.plugin.PluginCallException;
import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.ProviderAdapter;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;

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

  private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

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

  /**
   * Asks the adapter while a request waits.
   *
   * @param asked what for, as in "quote the request"
   * @throws ApiProblem {@code unavailable} if its plugin fails at it
   */
  public <T> T ask(String asked, Function<ProviderAdapter, T> question) {
    try {
      return question.apply(adapter);
    } catch (PluginCallException defect) {
      throw ApiProblem.later(
          ErrorCode.UNAVAILABLE,
          "model '"
              + qualifiedId()
              + "' cannot be used right now: its plugin '"
              + plugin
              + "' failed to "
              + asked
              + ": "
              + defect.getMessage(),
          ASK_AGAIN);
    }
  }
}
