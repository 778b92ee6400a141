package dev.genhub.spi;

import java.util.Objects;
import java.util.Optional;

/**
 * One setting of a plugin, as data, so that the hub can check, mask and document it.
 *
 * @param name the name after the plugin's prefix, for example {@code base-url}
 * @param kind what the operator writes, and what the adapter gets of it
 * @param defaultValue what holds when the operator sets nothing; empty means unset
 * @param doc one line for the operator
 */
public record SettingSpec(String name, Kind kind, Optional<String> defaultValue, String doc) {

  /** What a setting is. */
  public enum Kind {
    /** A value that the adapter gets as it is. */
    PLAIN,
    /** A value that must never be shown; it reaches an adapter only through {@link Secrets}. */
    SECRET,
    /** The path of a text file of at most 1 MiB; the hub reads it, the adapter gets the text. */
    FILE
  }

  public SettingSpec {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(defaultValue, "defaultValue");
    Objects.requireNonNull(doc, "doc");
  }

  /** A plain setting with a default. */
  public static SettingSpec withDefault(String name, String defaultValue, String doc) {
    return new SettingSpec(name, Kind.PLAIN, Optional.of(defaultValue), doc);
  }

  /** A secret that may be left unset. */
  public static SettingSpec optionalSecret(String name, String doc) {
    return new SettingSpec(name, Kind.SECRET, Optional.empty(), doc);
  }

  /** A file that may be left unset. */
  public static SettingSpec optionalFile(String name, String doc) {
    return new SettingSpec(name, Kind.FILE, Optional.empty(), doc);
  }

  /** Whether the value must never be shown. */
  public boolean secret() {
    return kind == Kind.SECRET;
  }
}
