package dev.genhub.engine.generation;

import java.util.Locale;

/** Where a generation stands inside the hub. */
public enum Phase {
  /** Waits to be sent, now or at its next attempt. */
  QUEUED,
  /** A node has taken it and prepares the call; surely not sent yet. */
  CLAIMED,
  /** The intent to send is committed: from here on it may have reached the provider. */
  SUBMITTING,
  /** It was sent and the answer is lost. Never sent again. */
  UNKNOWN,
  /** The provider has named the task; its state is followed. */
  FOLLOWING,
  /** Ended. Never changes again. */
  SETTLED;

  /** Whether nothing was sent since it came into the queue. */
  boolean surelyUnsent() {
    return this == QUEUED || this == CLAIMED;
  }

  /** The word in the database. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
