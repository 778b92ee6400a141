package dev.genhub.spi;

/** Whether a call may be sent again when it is not known what became of it. */
public enum Resend {
  /** Sending twice has no further effect: reads, or submits under an honoured idempotency key. */
  SAFE,
  /** Sending twice could be paid twice. */
  NEVER_AFTER_SEND
}
