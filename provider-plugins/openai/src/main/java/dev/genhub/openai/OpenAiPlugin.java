package dev.genhub.openai;

import dev.genhub.spi.BaseUrl;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.pf4j.Extension;

/** Offers OpenAI's image models. */
@Extension
public final class OpenAiPlugin implements ProviderPlugin {

  @Override
  public PluginDescriptor descriptor() {
    return new PluginDescriptor(
        "openai",
        "openai",
        "OpenAI",
        "openai",
        List.of(
            BaseUrl.setting("https://api.openai.com/v1"),
            optional("organization", "the organization that pays, where keys belong to several"),
            optional("project", "the project that pays, where keys belong to several")),
        URI.create("https://developers.openai.com/api/reference/resources/images"));
  }

  private static SettingSpec optional(String name, String doc) {
    return new SettingSpec(name, SettingSpec.Kind.PLAIN, Optional.empty(), doc);
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    return new OpenAiAdapter(OpenAiApi.of(settings));
  }
}
