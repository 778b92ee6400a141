package dev.genhub.engine.key;

import java.util.Objects;
import java.util.Optional;

/**
 * What is to change of a key; empty values stay as they are.
 *
 * @param apiKey a new key in place of the old one
 */
public record KeyChange(
    Optional<String> name, Optional<String> apiKey, Optional<Boolean> isActive) {

  public KeyChange {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(apiKey, "apiKey");
    Objects.requireNonNull(isActive, "isActive");
  }

  @Override
  public String toString() {
    return "KeyChange[name=" + name + ", isActive=" + isActive + "]";
  }
}
