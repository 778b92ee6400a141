package dev.genhub.kie;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import dev.genhub.spi.json.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the plugins of KIE.AI have in common. A plugin extends it, names itself and its families,
 * and puts {@code live.json} and, where the guide has its models, {@code guide.json} beside its
 * class. In a dialect without its models it offers none.
 */
public abstract class KiePlugin implements ProviderPlugin {

  private final String id;
  private final String documentation;
  private final Function<Json, KieFamily> live;
  private final Optional<KieFamily> guide;

  /** Names a plugin of both dialects; the documentation is the vendor's page. */
  protected KiePlugin(String id, String documentation, KieFamily live, KieFamily guide) {
    this(id, documentation, data -> live, Optional.of(guide));
  }

  /** Names a plugin of the live dialect. */
  protected KiePlugin(String id, String documentation, KieFamily live) {
    this(id, documentation, data -> live, Optional.empty());
  }

  /** Names a plugin of the live dialect whose family follows from its data. */
  protected KiePlugin(String id, String documentation, Function<Json, KieFamily> live) {
    this(id, documentation, live, Optional.empty());
  }

  private KiePlugin(
      String id, String documentation, Function<Json, KieFamily> live, Optional<KieFamily> guide) {
    this.id = id;
    this.documentation = documentation;
    this.live = live;
    this.guide = guide;
  }

  @Override
  public final PluginDescriptor descriptor() {
    List<SettingSpec> settings = new ArrayList<>();
    settings.add(SettingSpec.withDefault("base-url", "https://api.kie.ai", "where KIE.AI is"));
    settings.add(SettingSpec.withDefault("dialect", "live", "live, or guide for the flat API"));
    settings.add(SettingSpec.optionalSecret("webhook-hmac-key", "checks callbacks' signatures"));
    settings.addAll(ownSettings());
    return new PluginDescriptor(id, "kie-ai", "KIE.AI", "kie", settings, URI.create(documentation));
  }

  /** Settings besides those of all plugins of KIE.AI. */
  protected List<SettingSpec> ownSettings() {
    return List.of();
  }

  /**
   * The models of the live dialect.
   *
   * @param shipped {@code live.json}
   * @throws IllegalArgumentException if a setting is unusable
   */
  protected Json models(Json shipped, ProviderSettings settings) {
    return shipped;
  }

  @Override
  public final ProviderAdapter adapter(ProviderSettings settings) {
    KieApi api = KieApi.of(settings);
    if (api.dialect() == Dialect.LIVE) {
      Json data = models(ModelsFile.beside(getClass(), "live.json"), settings);
      return new KieAdapter(api, live.apply(data), new ModelsFile(data));
    }
    Json none = Json.object().build();
    Json data = guide.map(family -> ModelsFile.beside(getClass(), "guide.json")).orElse(none);
    return new KieAdapter(api, guide.orElseGet(() -> live.apply(none)), new ModelsFile(data));
  }
}
