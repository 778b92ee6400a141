package dev.genhub.simulator.callback;

import java.time.Duration;
import java.util.Optional;

/**
 * How callbacks are sent.
 *
 * @param hmacKey signs them, when there is one
 * @param repeatAfter how long after a failure they are repeated; KIE.AI does not say
 */
public record CallbackSettings(Optional<String> hmacKey, Duration repeatAfter) {

  /** Unsigned, repeated after two seconds. */
  public static final CallbackSettings USUAL =
      new CallbackSettings(Optional.empty(), Duration.ofSeconds(2));

  @Override
  public String toString() {
    return "CallbackSettings[signed=" + hmacKey.isPresent() + ", repeatAfter=" + repeatAfter + "]";
  }
}
