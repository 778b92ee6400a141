package dev.genhub.testkit;

import dev.genhub.spi.ModelSpec;
import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SettingSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is tested: a plugin, configured, and what its author says about it.
 *
 * @param headers names that calls may carry
 */
record Subject(
    ProviderPlugin plugin,
    ProviderSettings settings,
    ProviderAdapter adapter,
    Exchanges exchanges,
    Set<Behaviour> lacks,
    Optional<CallbackSigner> signer,
    Set<String> headers) {

  static final String BASE_URL = "base-url";

  static Subject of(ProviderContractTest test) {
    ProviderPlugin plugin = test.plugin();
    ProviderSettings settings = settings(plugin.descriptor(), test.settings());
    return new Subject(
        plugin,
        settings,
        plugin.adapter(settings),
        Exchanges.read(test.getClass().getClassLoader(), test.exchanges()),
        test.lacks(),
        test.callbackSigner(),
        test.headers());
  }

  private static ProviderSettings settings(PluginDescriptor plugin, Map<String, String> chosen) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> left = new HashMap<>(chosen);
    for (SettingSpec setting : plugin.settings()) {
      setting.defaultValue().ifPresent(value -> values.put(setting.name(), value));
      String own = left.remove(setting.name());
      if (own != null && !setting.secret()) {
        values.put(setting.name(), own);
      }
    }
    if (!left.isEmpty()) {
      throw new AssertionError("settings() gives " + left.keySet() + ", which are not declared");
    }
    return new ProviderSettings(values);
  }

  boolean does(Behaviour behaviour) {
    return behaviour.among(lacks);
  }

  List<ModelSpec> models() {
    return adapter.models();
  }

  /** Another adapter with the same settings but one. */
  ProviderAdapter adapterWith(String setting, String value) {
    Map<String, String> values = new HashMap<>(settings.values());
    values.put(setting, value);
    return plugin.adapter(new ProviderSettings(values));
  }

  /** Another adapter with the same settings. */
  ProviderAdapter twin() {
    return plugin.adapter(settings);
  }

  /** Secrets of which every secret setting has the same value. */
  Secrets secrets(String value) {
    Set<String> names =
        plugin.descriptor().settings().stream()
            .filter(SettingSpec::secret)
            .map(SettingSpec::name)
            .collect(Collectors.toSet());
    return name -> names.contains(name) ? Optional.of(value) : Optional.empty();
  }
}
