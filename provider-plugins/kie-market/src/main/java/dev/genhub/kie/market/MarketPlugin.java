package dev.genhub.kie.market;

import dev.genhub.kie.KiePlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.SettingSpec;
import dev.genhub.spi.json.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pf4j.Extension;

/** Offers the models of the market: those that it ships with, and those of the operator's file. */
@Extension
public final class MarketPlugin extends KiePlugin {

  private static final String FILE = "market-models-file";

  /** Called by the hub. */
  public MarketPlugin() {
    super("kie-market", "https://docs.kie.ai/market/quickstart", MarketLive::new);
  }

  @Override
  protected List<SettingSpec> ownSettings() {
    return List.of(
        SettingSpec.optionalFile(
            FILE, "JSON file with further models of the market, as live.json"));
  }

  @Override
  protected Json models(Json shipped, ProviderSettings settings) {
    return settings.find(FILE).map(text -> withFurther(shipped, text)).orElse(shipped);
  }

  /** An entry of the operator goes before a shipped one of the same id. */
  private static Json withFurther(Json shipped, String text) {
    Map<String, Json> entries = new LinkedHashMap<>();
    shipped.at("models").items().forEach(entry -> entries.put(MarketLive.id(entry), entry));
    further(text).forEach(entry -> entries.put(MarketLive.id(entry), entry));
    Json models = Json.array(List.copyOf(entries.values()));
    return shipped.merged(Json.object().put("models", models).build());
  }

  private static List<Json> further(String text) {
    Json models = Json.tryParse(text).orElse(Json.MISSING).at("models");
    if (!models.isArray()) {
      throw new IllegalArgumentException(
          "the file of genhub.providers.kie." + FILE + " is not JSON of the form {\"models\": []}");
    }
    return models.items();
  }
}
