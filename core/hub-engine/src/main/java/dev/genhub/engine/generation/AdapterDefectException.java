package dev.genhub.engine.generation;

/**
 * An adapter threw, returned nothing, or is not there: a defect of the plugin, contained so that
 * only the generation at hand is touched.
 */
public final class AdapterDefectException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Names the plugin and what it was asked for. */
  public AdapterDefectException(String plugin, String asked, Throwable cause) {
    super("plugin '" + plugin + "' failed to " + asked, cause);
  }
}
