package dev.genhub.engine.polling;

import dev.genhub.engine.generation.AdapterDefectException;
import dev.genhub.spi.TaskStatus;
import org.apache.camel.ExchangeException;

/**
 * A look that the plugin could not describe counts as an unreadable answer: the task is with its
 * provider, and the plugin may be mended while it runs.
 */
public final class BlamePlugin {

  /** What is recorded instead of an answer. */
  public TaskStatus blame(@ExchangeException AdapterDefectException defect) {
    return new TaskStatus.Unrecognised(defect.getMessage());
  }
}
