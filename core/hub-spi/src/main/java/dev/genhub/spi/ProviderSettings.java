package dev.genhub.spi;

import java.util.Map;
import java.util.Optional;

/**
 * The plain settings of a plugin, by the names of its {@link SettingSpec}s.
 *
 * @param values set values and defaults; a setting without either is absent
 */
public record ProviderSettings(Map<String, String> values) {

  public ProviderSettings {
    values = Map.copyOf(values);
  }

  /** The value, or empty when neither the operator nor the plugin gives one. */
  public Optional<String> find(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /**
   * The value of a setting that the plugin cannot do without.
   *
   * @throws IllegalArgumentException if it is absent
   */
  public String require(String name) {
    return find(name)
        .orElseThrow(() -> new IllegalArgumentException("setting '" + name + "' is missing"));
  }
}
