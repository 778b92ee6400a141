package dev.genhub.engine.plugin;

import java.time.Duration;

/**
 * What plugins may take.
 *
 * @param call how long one call of a plugin's code may take
 * @param start how long a plugin may take to start
 */
public record PluginLimits(Duration call, Duration start) {

  private static final Duration USUAL_CALL = Duration.ofSeconds(5);
  private static final Duration USUAL_START = Duration.ofSeconds(10);

  /** The usual limits. */
  public static PluginLimits usual() {
    return new PluginLimits(USUAL_CALL, USUAL_START);
  }

  /** The usual limits, with another one for calls. */
  public static PluginLimits withCall(Duration call) {
    return new PluginLimits(call, USUAL_START);
  }
}
