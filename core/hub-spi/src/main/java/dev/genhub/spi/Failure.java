package dev.genhub.spi;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * A failure as a value.
 *
 * @param providerCode the provider's own code, for the operator, or an empty text
 * @param message what the provider said, shown to the user; never holds a key
 * @param retryAfter how long the provider asks to wait
 * @param charged whether the provider keeps the money all the same
 */
public record Failure(
    FailureKind kind,
    String providerCode,
    String message,
    Optional<Duration> retryAfter,
    boolean charged) {

  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(providerCode, "providerCode");
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(retryAfter, "retryAfter");
  }

  /** A failure that costs nothing. */
  public static Failure uncharged(FailureKind kind, String providerCode, String message) {
    return new Failure(kind, providerCode, message, Optional.empty(), false);
  }

  /** The same failure with the wait that the provider asks for. */
  public Failure after(Optional<Duration> wait) {
    return new Failure(kind, providerCode, message, wait, charged);
  }
}
