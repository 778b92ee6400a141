package dev.genhub.engine.catalogue;

import java.util.Objects;
import java.util.Optional;

/**
 * By which plugin and with which model a stored generation is made.
 *
 * @param version the version of the plugin that it was given to; empty while it was given to none
 */
public record ModelReference(
    String plugin, Optional<String> version, String provider, String model) {

  public ModelReference {
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(model, "model");
  }

  /** The same for work that any version may begin. */
  public ModelReference ofAnyVersion() {
    return new ModelReference(plugin, Optional.empty(), provider, model);
  }

  String qualifiedModel() {
    return provider + "/" + model;
  }
}
