package dev.genhub.bench.hub;

import dev.genhub.bench.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * The data folder of a hub.
 *
 * @param path the folder; it need not exist yet
 * @param passing whether it is deleted in the end
 */
public record DataFolder(Path path, boolean passing) implements AutoCloseable {

  /** Started by root, PostgreSQL runs as another account, which must be able to pass through. */
  private static final FileAttribute<?> OTHERS_PASS =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx--x--x"));

  /** A new one that is deleted in the end. */
  public static DataFolder temporary() {
    try {
      return new DataFolder(Files.createTempDirectory("genhub-bench", OTHERS_PASS), true);
    } catch (IOException failed) {
      throw new BenchException("no temporary folder can be made: " + failed.getMessage(), failed);
    }
  }

  /** One that stays. */
  public static DataFolder kept(Path path) {
    return new DataFolder(path.toAbsolutePath().normalize(), false);
  }

  @Override
  public void close() {
    if (passing) {
      Folders.delete(path);
    }
  }
}
