package dev.genhub.engine.content;

import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The copy of a result whose row is deleted: the row goes first, as a row without a copy is a
 * broken link.
 *
 * @param path null for a result that was never copied
 */
record RowlessCopy(UUID content, String path) {

  private static final Logger LOG = LoggerFactory.getLogger(RowlessCopy.class);

  /** Deletes the file; one that stays is waste, which the log tells of. */
  void discard(MediaStore media) {
    if (path == null) {
      return;
    }
    try {
      media.delete(path);
    } catch (IOException stays) {
      LOG.warn("content={} its file {} cannot be deleted", content, path, stays);
    }
  }
}
