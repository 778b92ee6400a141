package dev.genhub.example;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.net.URI;
import java.util.List;
import org.pf4j.Extension;

/** Offers Acme's pictures. */
@Extension
public final class ExamplePlugin implements ProviderPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "example", // this plugin: Plugin-Id in the manifest, which is the module's name
        "acme", // the provider that is paid: what users write, and store keys for
        "Acme", // the same for people
        "acme", // the settings are genhub.providers.acme.*
        List.of(
            BaseUrl.setting("https://api.acme.example"),
            SettingSpec.optionalSecret(
                ExampleCallbacks.SECRET, "checks the signature of webhooks")),
        URI.create("https://docs.acme.example/jobs"));
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    return new ExampleAdapter(BaseUrl.of(settings));
  }
}
