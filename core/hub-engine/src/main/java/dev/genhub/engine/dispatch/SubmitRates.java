package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogue;
import dev.genhub.engine.plugin.InstalledPlugin;
import dev.genhub.spi.SubmitRate;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * How fast the accounts of a plugin's provider take submits: what the operator set as {@code
 * genhub.providers.<prefix>.submits-per-10s}, where 0 means any speed, or else what the plugin
 * says.
 */
public final class SubmitRates {

  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final int MOST = 100_000;

  private final Catalogue catalogue;
  private final Function<String, Optional<String>> settings;

  /**
   * @param settings the value of a setting by its whole name
   */
  public SubmitRates(Catalogue catalogue, Function<String, Optional<String>> settings) {
    this.catalogue = catalogue;
    this.settings = settings;
  }

  /**
   * The pace of a plugin.
   *
   * @throws IllegalArgumentException if the operator's figure is none
   */
  public Optional<SubmitRate> of(String plugin) {
    return catalogue.service(plugin).flatMap(this::of);
  }

  private Optional<SubmitRate> of(InstalledPlugin.Service service) {
    String name = "genhub.providers." + service.descriptor().settingsPrefix() + ".submits-per-10s";
    Optional<String> set = settings.apply(name);
    if (set.isEmpty()) {
      return service.adapter().submitRate();
    }
    int submits = whole(name, set.get());
    return submits == 0 ? Optional.empty() : Optional.of(new SubmitRate(submits, PERIOD));
  }

  private static int whole(String name, String text) {
    if (text.matches("\\d{1,6}") && Integer.parseInt(text) <= MOST) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        name + " is '" + text + "'; it must be a whole number from 0 (any speed) to " + MOST);
  }

  /**
   * Checks the figures of all plugins.
   *
   * @throws IllegalArgumentException for the first that is none
   */
  public void check() {
    catalogue.workingPlugins().forEach(this::of);
  }
}
