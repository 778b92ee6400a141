package dev.genhub.simulator.callback;

import java.time.Duration;
import java.util.Optional;

/**
 * How callbacks are sent.
 *
 * @param hmacKey signs them, when there is one
 * @param answerWithin how long the receiver may take; KIE.AI waits 15 seconds
 * @param repeatAfter how long after a failure they are repeated; KIE.AI does not say
 */
public record CallbackSettings(
    Optional<String> hmacKey, Duration answerWithin, Duration repeatAfter) {

  /** Unsigned, and as patient as KIE.AI. */
  public static final CallbackSettings USUAL =
      new CallbackSettings(Optional.empty(), Duration.ofSeconds(15), Duration.ofSeconds(2));

  /** The same, signed. */
  public CallbackSettings withHmacKey(String key) {
    return new CallbackSettings(Optional.of(key), answerWithin, repeatAfter);
  }

  /** The same with other times. */
  public CallbackSettings withTimes(Duration answer, Duration repeat) {
    return new CallbackSettings(hmacKey, answer, repeat);
  }

  /** Does not show the key. */
  @Override
  public String toString() {
    return "CallbackSettings[signed=%s, answerWithin=%s, repeatAfter=%s]"
        .formatted(hmacKey.isPresent(), answerWithin, repeatAfter);
  }
}
