package dev.genhub.kie;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import java.net.URI;
import java.util.List;

/**
 * What the plugins of KIE.AI have in common. A plugin extends it, names itself and its two
 * families, and puts {@code live.json} and {@code guide.json} beside its class.
 */
public abstract class KiePlugin implements ProviderPlugin {

  private final String id;
  private final String documentation;
  private final KieFamily live;
  private final KieFamily guide;

  /** Names the plugin; the documentation is the vendor's page. */
  protected KiePlugin(String id, String documentation, KieFamily live, KieFamily guide) {
    this.id = id;
    this.documentation = documentation;
    this.live = live;
    this.guide = guide;
  }

  @Override
  public final PluginDescriptor descriptor() {
    return new PluginDescriptor(
        id,
        "kie-ai",
        "KIE.AI",
        "kie",
        List.of(
            SettingSpec.withDefault("base-url", "https://api.kie.ai", "where KIE.AI is"),
            SettingSpec.withDefault("dialect", "live", "live, or guide for the flat API"),
            SettingSpec.optionalSecret("webhook-hmac-key", "checks the signature of callbacks")),
        URI.create(documentation));
  }

  @Override
  public final ProviderAdapter adapter(ProviderSettings settings) {
    KieApi api = KieApi.of(settings);
    return new KieAdapter(
        api,
        api.dialect() == Dialect.LIVE ? live : guide,
        ModelsFile.read(getClass(), api.dialect()));
  }
}
