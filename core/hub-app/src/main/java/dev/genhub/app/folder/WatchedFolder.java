package dev.genhub.app.folder;

import java.io.IOException;
import java.util.Map;

/** A folder whose files the hub follows. Its text says which one it is, for the log. */
public interface WatchedFolder {

  /** One word for it. */
  String name();

  /**
   * All files that count, by their names below the folder.
   *
   * @throws IOException if the folder cannot be read, also when it is not there at the moment
   */
  Map<String, Look> look() throws IOException;
}
