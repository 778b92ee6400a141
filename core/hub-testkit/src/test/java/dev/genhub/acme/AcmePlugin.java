package dev.genhub.acme;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.net.URI;
import java.util.List;

/** Makes pictures in jobs that are followed by status reads and signed callbacks. */
public class AcmePlugin implements ProviderPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "acme-images",
        "acme",
        "Acme",
        "acme",
        List.of(
            SettingSpec.withDefault("base-url", "https://api.acme.example", "where Acme is"),
            SettingSpec.optionalSecret("callback-secret", "checks the signature of callbacks")),
        URI.create("https://docs.acme.example/images"));
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    String base = settings.require("base-url");
    if (!base.matches("https?://[^/\\s]+\\S*")) {
      throw new IllegalArgumentException(
          "base-url is '" + base + "'; an http or https address is allowed");
    }
    return new AcmeAdapter(base);
  }
}
