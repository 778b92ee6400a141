package dev.genhub.spi;

import java.util.Locale;

/** Why something failed, in the words of the HTTP API. */
public enum FailureKind {
  /** The user's key is missing, wrong, expired or not allowed to do this. */
  INVALID_API_KEY(false),
  /** The account has too few credits. */
  INSUFFICIENT_CREDITS(false),
  /** Too many calls; the same call is fine later. */
  RATE_LIMITED(true),
  /** The prompt, a file or the result breaks the provider's content rules. */
  CONTENT_REJECTED(false),
  /** The provider calls the request wrong; sending it again changes nothing. */
  INVALID_REQUEST(false),
  /** The provider failed while working. */
  PROVIDER_ERROR(false),
  /** Maintenance, overload or a fault before any work began; the same call is fine later. */
  PROVIDER_UNAVAILABLE(true),
  /** The task did not end in the time allowed. Set by the hub only. */
  TIMED_OUT(false),
  /** It never became known whether the provider took the task. Set by the hub only. */
  SUBMISSION_OUTCOME_UNKNOWN(false),
  /** The provider's words stayed unreadable. Set by the hub only. */
  UNREADABLE_REPLY(false);

  private final boolean retryable;

  FailureKind(boolean retryable) {
    this.retryable = retryable;
  }

  /** Whether the same request may succeed later without any change. */
  public boolean retryable() {
    return retryable;
  }

  /** The code of the HTTP API, for example {@code rate_limited}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
