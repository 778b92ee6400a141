package dev.genhub.spi;

import java.time.Instant;
import java.util.Optional;

/**
 * Checks and reads a provider's callbacks. There is no default for the check: a provider that signs
 * nothing says so by returning {@link SignatureVerdict#NOT_CONFIGURED}.
 */
public interface CallbackReader {

  /** Checks the signature, in constant time. */
  SignatureVerdict verify(CallbackRequest request, Secrets secrets, Instant now);

  /**
   * Whether a valid signature covers the body. When not, the callback is only a hint: the hub reads
   * the status before it believes anything.
   */
  boolean bodyIsSigned();

  /** The provider's task id, by which a lost answer to the submit is made good. */
  Optional<String> taskId(CallbackRequest request);

  /** What the callback says; asked for only when {@link #bodyIsSigned()} and valid. */
  TaskStatus read(CallbackRequest request);
}
