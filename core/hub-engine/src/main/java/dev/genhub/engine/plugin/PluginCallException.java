package dev.genhub.engine.plugin;

/**
 * A plugin's code failed at a call. Carries words only: an exception of the plugin's own would keep
 * its classes loaded wherever it is kept.
 */
public final class PluginCallException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why, in words that may be shown to users. */
  PluginCallException(String why) {
    // where the hub called from is told by the caller; where the plugin failed stands in the log
    super(why, null, false, false);
  }
}
