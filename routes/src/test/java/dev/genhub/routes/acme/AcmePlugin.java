package dev.genhub.routes.acme;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.net.URI;
import java.util.List;

/** A provider that exists in tests only. Packed into a jar of its own and loaded like any other. */
public class AcmePlugin implements ProviderPlugin {
  private final String name;

  /** Called by the hub. */
  public AcmePlugin() {
    this("acme");
  }

  AcmePlugin(String name) {
    this.name = name;
  }

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        name + "-image",
        name,
        name,
        name,
        List.of(SettingSpec.withDefault("base-url", "http://127.0.0.1:1", "where it listens")),
        URI.create("https://acme.example/docs"));
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    return adapter(name, URI.create(settings.require("base-url")));
  }

  ProviderAdapter adapter(String provider, URI base) {
    return new AcmeAdapter(provider, base);
  }
}
