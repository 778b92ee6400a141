package dev.genhub.engine.plugin;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SettingSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the operator set for plugins, under {@code genhub.providers.<prefix>.}.
 *
 * @param find the value of a setting by its whole name; empty when nobody sets it
 */
public record PluginSettings(Function<String, Optional<String>> find) {

  /** The plain settings that a plugin declares, with its defaults. */
  public ProviderSettings plain(PluginDescriptor descriptor) {
    Map<String, String> values = new HashMap<>();
    for (SettingSpec spec : descriptor.settings()) {
      if (!spec.secret()) {
        value(descriptor, spec.name())
            .or(spec::defaultValue)
            .ifPresent(value -> values.put(spec.name(), value));
      }
    }
    return new ProviderSettings(values);
  }

  /** The secret settings that a plugin declares; anything else is not handed out. */
  public Secrets secrets(PluginDescriptor descriptor) {
    return name ->
        descriptor.settings().stream()
            .filter(spec -> spec.secret() && spec.name().equals(name))
            .findFirst()
            .flatMap(spec -> value(descriptor, spec.name()));
  }

  private Optional<String> value(PluginDescriptor descriptor, String name) {
    return find.apply("genhub.providers." + descriptor.settingsPrefix() + "." + name);
  }
}
