package dev.genhub.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One setting of a plugin, as data, so that the hub can check, mask and document it.
 *
 * @param name the name after the plugin's prefix, for example {@code base-url}
 * @param secret whether the value must never be shown; secrets reach an adapter only through {@link
 *     Secrets}
 * @param defaultValue what holds when the operator sets nothing; empty means unset
 * @param doc one line for the operator
 */
public record SettingSpec(String name, boolean secret, Optional<String> defaultValue, String doc) {

  public SettingSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(doc, "doc");
  }

  /** A plain setting with a default. */
  public static SettingSpec withDefault(String name, String defaultValue, String doc) {
    return new SettingSpec(name, false, Optional.of(defaultValue), doc);
  }

  /** A secret that may be left unset. */
  public static SettingSpec optionalSecret(String name, String doc) {
    return new SettingSpec(name, true, Optional.empty(), doc);
  }
}
