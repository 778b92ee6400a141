package dev.genhub.google;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import java.net.URI;
import java.util.List;
import org.pf4j.Extension;

/** Offers Google's media models. */
@Extension
public final class GooglePlugin implements ProviderPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "google",
        "google",
        "Google",
        "google",
        List.of(BaseUrl.setting(GoogleApi.VENDOR + "/v1beta")),
        URI.create("https://ai.google.dev/gemini-api/docs/interactions"));
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    return new GoogleAdapter(new GoogleApi(BaseUrl.of(settings)));
  }
}
