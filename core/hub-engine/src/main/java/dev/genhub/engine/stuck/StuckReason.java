package dev.genhub.engine.stuck;

import java.util.Locale;

/** Why a generation needs somebody's eyes. */
public enum StuckReason {
  /** Nobody knows whether the provider took it, and its money is reserved. */
  OUTCOME_UNKNOWN,
  /** It was being sent when its lease ended, and no node has noticed since. */
  LEASE_LAPSED,
  /** The provider has told nothing about its task for long. */
  NO_ANSWER,
  /** It could have been sent for long, and was not. */
  WAITING_LONG,
  /** The plugin that serves it is not there. */
  NO_PLUGIN;

  /** The word of the API. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
