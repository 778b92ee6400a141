package dev.genhub.replicate;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.net.URI;
import java.util.List;
import org.pf4j.Extension;

/** Offers models of Replicate. */
@Extension
public final class ReplicatePlugin implements ProviderPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "replicate",
        "replicate",
        "Replicate",
        "replicate",
        List.of(
            BaseUrl.setting("https://api.replicate.com/v1"),
            SettingSpec.optionalSecret(
                ReplicateCallbacks.SECRET,
                "whsec_...; checks webhooks, where all keys are of one account")),
        URI.create("https://replicate.com/docs/reference/http"));
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    return new ReplicateAdapter(BaseUrl.of(settings));
  }
}
