package dev.genhub.engine.dispatch;

import dev.genhub.spi.SubmitRate;
import java.util.Objects;
import java.util.Optional;

/**
 * Room for a plugin's work on this node.
 *
 * @param room how many generations it can take
 * @param pace how fast each account of the plugin's provider takes submits; empty for no limit
 */
public record Lane(String plugin, int room, Optional<SubmitRate> pace) {

  public Lane {
    Objects.requireNonNull(plugin, "plugin");
    Objects.requireNonNull(pace, "pace");
  }
}
