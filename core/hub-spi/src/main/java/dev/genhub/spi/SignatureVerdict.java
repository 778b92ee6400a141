package dev.genhub.spi;

/** What the check of a callback's signature said. */
public enum SignatureVerdict {
  /** The signature is right and fresh. */
  VALID,
  /** The operator set no secret, or the provider signs nothing: there is nothing to check. */
  NOT_CONFIGURED,
  /** The signature is missing or wrong. */
  INVALID,
  /** The signature is right but too old. */
  STALE
}
