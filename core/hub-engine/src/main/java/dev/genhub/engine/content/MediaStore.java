package dev.genhub.engine.content;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;

/** Where copies of results are kept. Paths are the store's own words, never made from input. */
public interface MediaStore {

  /** A copy as it was kept. */
  record Kept(String path, long size) {}

  /**
   * Keeps a copy; it is there as a whole or not at all.
   *
   * @param largest more bytes are refused
   * @throws IOException if it breaks off or is too large
   */
  Kept keep(UUID content, InputStream bytes, long largest) throws IOException;

  /**
   * Opens a part of a copy; the caller closes it.
   *
   * @param from the first byte
   */
  InputStream open(String path, long from, long length) throws IOException;

  /** Deletes a copy; nothing happens when it is gone already. */
  void delete(String path) throws IOException;
}
