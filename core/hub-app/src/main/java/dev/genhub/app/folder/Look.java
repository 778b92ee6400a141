package dev.genhub.app.folder;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * How a file looks from outside; two versions of a file that look the same are the same.
 *
 * @param key what the file system calls the file; differs when one was renamed over another
 */
public record Look(long size, FileTime modified, Object key) {

  /** The look of a file with these attributes. */
  public static Look of(BasicFileAttributes file) {
    return new Look(file.size(), file.lastModifiedTime(), String.valueOf(file.fileKey()));
  }
}
