package dev.genhub.engine.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * How a jar looks from outside; two jars that look the same are the same.
 *
 * @param key what the file system calls the file; stays when it is renamed
 */
public record JarLook(long size, FileTime modified, String key) {

  /**
   * Looks at a jar.
   *
   * @throws IOException if it cannot be seen
   */
  public static JarLook at(Path jar) throws IOException {
    BasicFileAttributes is = Files.readAttributes(jar, BasicFileAttributes.class);
    return new JarLook(is.size(), is.lastModifiedTime(), String.valueOf(is.fileKey()));
  }
}
