package dev.genhub.engine.plugin;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderSettings;
import dev.genhub.spi.Secrets;
import dev.genhub.spi.SettingSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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

  private static final long LARGEST_FILE = 1024 * 1024;

  /**
   * The plain settings that a plugin declares, with its defaults, and the texts of its files.
   *
   * @throws IllegalArgumentException if a file cannot be read; the message is for the operator
   */
  public ProviderSettings plain(PluginDescriptor descriptor) {
    Map<String, String> values = new HashMap<>();
    for (SettingSpec spec : descriptor.settings()) {
      if (!spec.secret()) {
        value(descriptor, spec)
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
            .flatMap(spec -> value(descriptor, spec));
  }

  private Optional<String> value(PluginDescriptor descriptor, SettingSpec spec) {
    String name = "genhub.providers." + descriptor.settingsPrefix() + "." + spec.name();
    Optional<String> set = find.apply(name);
    return spec.kind() == SettingSpec.Kind.FILE
        ? set.filter(path -> !path.isBlank()).map(path -> text(name, path))
        : set;
  }

  private static String text(String name, String path) {
    try {
      Path file = Path.of(path.trim());
      if (Files.size(file) > LARGEST_FILE) {
        throw new IllegalArgumentException(
            name + " is '" + path + "', a file of more than " + LARGEST_FILE + " bytes");
      }
      return Files.readString(file);
    } catch (IOException | InvalidPathException unreadable) {
      throw new IllegalArgumentException(
          name + " is '" + path + "', which is no readable text file", unreadable);
    }
  }
}
