package dev.genhub.engine.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether callbacks reach this node: when the last one of each plugin's provider came. That one
 * came is the best proof that the callback address can be reached from outside.
 */
public final class CallbackPulse {

  private static final Duration ALIVE = Duration.ofMinutes(10);

  private final Map<String, Instant> last = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Reads the hub's clock. */
  public CallbackPulse(Clock clock) {
    this.clock = clock;
  }

  /** A callback for the plugin was taken in. */
  public void beat(String plugin) {
    last.put(plugin, clock.instant());
  }

  /** Whether one was within the last ten minutes. */
  public boolean alive(String plugin) {
    Instant beat = last.get(plugin);
    return beat != null && clock.instant().isBefore(beat.plus(ALIVE));
  }
}
