package dev.genhub.engine.generation;

import dev.genhub.engine.plugin.PluginCallException;

/**
 * An adapter threw, hung, returned nothing, or is not there: a defect of the plugin, contained so
 * that only the generation at hand is touched.
 */
public final class AdapterDefectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the plugin and what it was asked for. */
  public AdapterDefectException(String plugin, String asked, Throwable cause) {
    super("plugin '" + plugin + "' failed to " + asked + why(cause), cause);
  }

  private static String why(Throwable cause) {
    return cause instanceof PluginCallException ? ": " + cause.getMessage() : "";
  }
}
