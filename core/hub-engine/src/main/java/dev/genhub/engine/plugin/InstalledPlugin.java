package dev.genhub.engine.plugin;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import java.util.Objects;
import java.util.Optional;

/**
 * A jar found in the plugins folder, whether it works or not.
 *
 * @param id from the manifest, or the file's name when the manifest cannot be read
 * @param version from the manifest, or an empty text
 * @param service what the plugin offers; empty when it failed
 * @param problem why it failed, one line for the operator; empty when it works
 */
public record InstalledPlugin(
    String id, String version, Optional<Service> service, Optional<String> problem) {

  public InstalledPlugin {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(service, "service");
    Objects.requireNonNull(problem, "problem");
  }

  /** What a working plugin offers. */
  public record Service(PluginDescriptor descriptor, ProviderAdapter adapter) {}

  static InstalledPlugin working(
      String id, String version, PluginDescriptor descriptor, ProviderAdapter adapter) {
    return new InstalledPlugin(
        id, version, Optional.of(new Service(descriptor, adapter)), Optional.empty());
  }

  static InstalledPlugin failed(String id, String version, String problem) {
    return new InstalledPlugin(id, version, Optional.empty(), Optional.of(problem));
  }

  /** {@code started} or {@code failed}, as the API says it. */
  public String state() {
    return service.isPresent() ? "started" : "failed";
  }
}
