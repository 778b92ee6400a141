package dev.genhub.engine.dispatch;

import dev.genhub.engine.catalogue.Catalogues;
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

  private final Catalogues catalogues;
  private final Function<String, Optional<String>> settings;

  /**
   * @param settings the value of a setting by its whole name
   */
  public SubmitRates(Catalogues catalogues, Function<String, Optional<String>> settings) {
    this.catalogues = catalogues;
    this.settings = settings;
  }

  /**
   * The pace of a plugin.
   *
   * @throws IllegalArgumentException if the operator's figure is none
   */
  public Optional<SubmitRate> of(String plugin) {
    return catalogues.current().loadedService(plugin).flatMap(this::of);
  }

  private Optional<SubmitRate> of(InstalledPlugin.Service service) {
    Optional<Integer> submits = figure(name(service), settings.apply(name(service)));
    return submits.isEmpty()
        ? service.adapter().submitRate()
        : submits.filter(most -> most > 0).map(most -> new SubmitRate(most, PERIOD));
  }

  private static String name(InstalledPlugin.Service service) {
    return "genhub.providers." + service.descriptor().settingsPrefix() + ".submits-per-10s";
  }

  private static Optional<Integer> figure(String name, Optional<String> text) {
    return text.map(it -> whole(name, it));
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
    catalogues.current().workingPlugins().forEach(this::of);
  }

  /**
   * Checks the figure of a plugin that is about to serve.
   *
   * @param settings the value of a setting by its whole name
   * @throws IllegalArgumentException if it is none
   */
  public static void check(
      InstalledPlugin.Service service, Function<String, Optional<String>> settings) {
    figure(name(service), settings.apply(name(service)));
  }
}
