package dev.genhub.acme;

import dev.genhub.spi.PluginDescriptor;
import dev.genhub.spi.ProviderAdapter;
import dev.genhub.spi.ProviderPlugin;
import dev.genhub.spi.ProviderSettings;
import java.time.Clock;

/** Keeps time by itself, which the hub does for plugins. */
public final class ImpatientPlugin implements ProviderPlugin {

  private final InstantPlugin plugin = new InstantPlugin();
  private final long started = Clock.systemUTC().millis();

  @Override
  public PluginDescriptor descriptor() {
    return plugin.descriptor();
  }

  @Override
  public ProviderAdapter adapter(ProviderSettings settings) {
    return plugin.adapter(settings);
  }

  @Override
  public String toString() {
    return "started at " + started;
  }
}
