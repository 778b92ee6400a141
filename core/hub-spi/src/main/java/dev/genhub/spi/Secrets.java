package dev.genhub.spi;

import java.util.Optional;

/**
 * The plugin's secret settings, handed over only for the call that needs them. An adapter must not
 * keep the value or put it into any text.
 */
@FunctionalInterface
public interface Secrets {

  /** The value of a secret setting, or empty when the operator did not set it. */
  Optional<String> find(String name);
}
