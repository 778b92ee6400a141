package dev.genhub.spi;

import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Who a plugin is.
 *
 * @param id the plugin's id, equal to {@code Plugin-Id} in the manifest, for example {@code
 *     kie-veo}
 * @param provider the account that is paid, as users write it, for example {@code kie-ai}; several
 *     plugins may serve one provider
 * @param providerName the provider's name for people, for example {@code KIE.AI}
 * @param settingsPrefix the part after {@code genhub.providers.} under which the settings stand,
 *     for example {@code kie}
 * @param settings the settings that the plugin takes
 * @param documentation the vendor's page that the plugin was written from
 */
public record PluginDescriptor(
    String id,
    String provider,
    String providerName,
    String settingsPrefix,
    List<SettingSpec> settings,
    URI documentation) {

  public PluginDescriptor {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(providerName, "providerName");
    Objects.requireNonNull(settingsPrefix, "settingsPrefix");
    settings = List.copyOf(settings);
    Objects.requireNonNull(documentation, "documentation");
  }
}
