package dev.genhub.spi;

import org.pf4j.ExtensionPoint;

/**
 * The one type that the hub looks up in a plugin jar. Exactly one implementation per jar, annotated
 * with {@code org.pf4j.Extension}, with a public no-argument constructor that does nothing.
 *
 * <p>The hub creates one instance when the jar is started and calls it from one thread.
 */
public interface ProviderPlugin extends ExtensionPoint {

  /** Who the plugin is and which settings it takes; the same value at every call. */
  PluginDescriptor descriptor();

  /**
   * Makes the adapter that serves the plugin's models from now on. Called once per start, after the
   * settings were read.
   *
   * @param settings the settings that {@link PluginDescriptor#settings()} declares, with defaults
   *     filled in; never holds a secret
   * @throws IllegalArgumentException if a setting is unusable; the message says which, its value
   *     and what is allowed, and is shown to the operator
   */
  ProviderAdapter adapter(ProviderSettings settings);
}
